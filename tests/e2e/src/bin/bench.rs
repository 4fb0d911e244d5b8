//! From moving a lever to the painted chart, on the built page in Chromium, unthrottled and four times slowed: prints
//! median and p95. Must not judge: a busy machine fails nobody's change.
//!
//! `cargo xtask bench` runs it on a page it has just built.

use e2e::{Browser, Outcome, Site, Start, runtime};
use serde_json::json;

const MOVES: usize = 300;
const WARM_UP: usize = 30;

/// Moves the slider once a frame, where real input arrives, and takes the time until the frame's drawing is done: a
/// message posted during a frame is delivered after its style, layout and paint.
const SCRIPT: &str = r#"
const [selector, watched, moves, done] = [arguments[0], arguments[1], arguments[2], arguments[arguments.length - 1]];
const slider = document.querySelector(selector);
const [low, high, step] = [Number(slider.min), Number(slider.max), Number(slider.step)];
const places = Math.round((high - low) / step);
const times = [];
let changes = 0;
let before = document.querySelector(watched).innerHTML;
function move(count) {
  if (count === moves) { done({ times, changes }); return; }
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    const start = performance.now();
    slider.value = String(low + step * (1 + (count * 7) % (places - 1)));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    channel.port1.onmessage = () => {
      times.push(performance.now() - start);
      const now = document.querySelector(watched).innerHTML;
      if (now !== before) changes += 1;
      before = now;
      move(count + 1);
    };
    channel.port2.postMessage(0);
  });
}
move(0);
"#;

fn main() -> Outcome {
    runtime()?.block_on(measure())
}

async fn measure() -> Outcome {
    let site = Site::serve()?;
    let browser = Browser::start(Start::default()).await?;
    browser.load(&site.address("/t/income_per_capita")).await?;
    let slider = "#lever-reference-rate-slider";
    browser
        .wait_until("document.querySelector(arguments[0])", vec![json!(slider)])
        .await?;
    for (name, slowed) in [("unthrottled", 1), ("CPU slowed 4×", 4)] {
        browser
            .command("Emulation.setCPUThrottlingRate", json!({ "rate": slowed }))
            .await?;
        run(&browser, slider, WARM_UP).await?;
        let (mut times, changes) = run(&browser, slider, MOVES).await?;
        times.sort_by(f64::total_cmp);
        println!(
            "lever to painted chart and board, {name}: median {:.1} ms, p95 {:.1} ms, most {:.1} ms over {MOVES} moves ({changes} redrew the chart)",
            times[MOVES / 2],
            times[MOVES * 95 / 100],
            times[MOVES - 1],
        );
    }
    Ok(())
}

/// Milliseconds of each move, and how many of them changed the chart.
async fn run(browser: &Browser, slider: &str, moves: usize) -> Outcome<(Vec<f64>, u64)> {
    let arguments = vec![json!(slider), json!("figure .chart"), json!(moves)];
    let found = browser.run_to_the_end(SCRIPT, arguments).await?;
    let times = serde_json::from_value(found["times"].clone())?;
    Ok((times, found["changes"].as_u64().unwrap_or(0)))
}
