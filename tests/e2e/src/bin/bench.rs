//! From a change to the painted page, in Chromium, unthrottled and four times slowed: prints medians and p95. Must not
//! judge: a busy machine fails nobody's change.
//!
//! `cargo xtask bench` runs it on a page it has just built. Two changes are timed: a lever's move on a target's page, and
//! undo and redo in turns with the board open, where one row, its cells and their counts change.

use e2e::{Outcome, Page, Site, Start, runtime};
use serde::Deserialize;
use serde_json::json;

const MOVES: usize = 300;
const WARM_UP: usize = 30;

/// The lever that is moved.
const SLIDER: &str = "#lever-1-reference-rate-slider";

/// Makes one change a frame, where real input arrives, and takes two times from just before it: until the page's own
/// work is done (the next callback of the same frame, which runs after all microtasks), and until the frame is drawn (a
/// message posted during a frame is delivered after its style, layout and paint).
const SCRIPT: &str = r##"
const [kind, watched, count, done] = arguments;
const moveSlider = turn => {
  const slider = document.querySelector("#lever-1-reference-rate-slider");
  const [low, high, step] = [Number(slider.min), Number(slider.max), Number(slider.step)];
  slider.value = String(low + step * (1 + (turn * 7) % (Math.round((high - low) / step) - 1)));
  slider.dispatchEvent(new Event("input", { bubbles: true }));
};
const undoOrRedo = () => document.querySelector(".tools button.icon:not(:disabled)").click();
const change = kind === "slider" ? moveSlider : undoOrRedo;
const result = { computed: [], painted: [], changes: 0 };
const content = () => document.querySelector(watched).innerHTML;
let before = content();
function next(turn) {
  if (turn === count) { done(result); return; }
  let start;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      result.painted.push(performance.now() - start);
      const after = content();
      if (after !== before) result.changes += 1;
      before = after;
      next(turn + 1);
    };
    start = performance.now();
    change(turn);
    channel.port2.postMessage(0);
  });
  requestAnimationFrame(() => result.computed.push(performance.now() - start));
}
next(0);
"##;

/// Milliseconds of each change, and how many of them were seen on the page.
#[derive(Deserialize)]
struct Times {
    computed: Vec<f64>,
    painted: Vec<f64>,
    changes: usize,
}

fn main() -> Outcome {
    runtime()?.block_on(measure())
}

async fn measure() -> Outcome {
    let site = Site::serve()?;
    let start = Start {
        records_requests: false,
        ..Start::default()
    };
    let page = Page::open(&site, "/t/income_per_capita", start).await?;
    page.present(SLIDER).await?;
    time(&page, "a lever's move, to the chart", "slider", "figure .chart").await?;

    // Open panels follow once the lever rests; what they cost must not be felt while it moves.
    for class in ["goal", "matters", "progress", "backtest"] {
        page.open_fold(class).await?;
    }
    time(&page, "the same with the questions open", "slider", "figure .chart").await?;

    // One change, so that undo and redo take turns; the moves above are the scenario before it.
    page.type_over("#lever-1-volatility", "6").await?;
    page.open_board().await?;
    time(
        &page,
        "undo or redo, to the board",
        "history",
        "tr[data-target=income_per_capita]",
    )
    .await
}

async fn time(page: &Page, what: &str, kind: &str, watched: &str) -> Outcome {
    for (name, slowed) in [("unthrottled", 1), ("CPU slowed 4×", 4)] {
        let rate = json!({ "rate": slowed });
        page.browser().command("Emulation.setCPUThrottlingRate", rate).await?;
        run(page, kind, watched, WARM_UP).await?;
        let times = run(page, kind, watched, MOVES).await?;
        println!("{what}, {name} ({} of {MOVES} seen):", times.changes);
        println!("    computed  {}", spread(times.computed));
        println!("    painted   {}", spread(times.painted));
    }
    let rate = json!({ "rate": 1 });
    page.browser().command("Emulation.setCPUThrottlingRate", rate).await?;
    Ok(())
}

async fn run(page: &Page, kind: &str, watched: &str, count: usize) -> Outcome<Times> {
    let arguments = vec![json!(kind), json!(watched), json!(count)];
    Ok(serde_json::from_value(
        page.browser().run_to_the_end(SCRIPT, arguments).await?,
    )?)
}

fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| {
        times
            .get((times.len() * share / 100).min(times.len().saturating_sub(1)))
            .copied()
            .unwrap_or(f64::NAN)
    };
    format!(
        "median {:5.1} ms, p95 {:5.1} ms, most {:5.1} ms",
        at(50),
        at(95),
        at(100)
    )
}
