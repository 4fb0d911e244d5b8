//! From a change to the painted page, in Chromium, unthrottled and four times slowed: prints medians and p95. Must not
//! judge: a busy machine fails nobody's change.
//!
//! `cargo xtask bench` runs it on a page it has just built. First what the machine takes by itself (`machine`). Then two
//! changes are timed: a lever's move on a target's page, and undo and redo in turns with the board open, where one row, its cells and their counts change. Then what ten thousand moves
//! leave behind (`cargo run -p e2e --bin bench memory` measures that alone), and the draws of the worker that the page names,
//! asked as the page asks them.

mod machine;
mod memory;

use std::env;

use e2e::{Outcome, Page, Site, Start, runtime};
use engine::ensemble::{DRAWS_AT_REST, DRAWS_IN_MOTION};
use engine::{Change, Scenario, Series};
use plan::{Plan, Rule, TargetKind};
use serde::Deserialize;
use serde_json::json;
use wire::Saved;
use wire::run::{read_answer, request};

const MOVES: usize = 300;
const WARM_UP: usize = 30;
/// How the processor is slowed down, and by how many times.
const SLOWED: [(&str, u32); 2] = [("unthrottled", 1), ("CPU slowed 4×", 4)];

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
const undoAndRedo = [".undo", ".redo"].map(button => document.querySelector(`.tools ${button}`));
const undoOrRedo = turn => undoAndRedo[turn % 2].click();
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

/// What stands before a request to draw and before its answer.
const DRAWS: &str = "draws\n";
const DRAWS_RUNS: u32 = 15;
/// Today's year for the draws.
const TODAY: i16 = 2026;

/// Starts a worker of its own, gives it one text after another, each once the one before is answered, and takes the time
/// from giving to getting. The first text is given again and again until it is answered: a worker that is still loading
/// hears nothing.
const ASK: &str = r##"
const [texts, done] = arguments;
const worker = new Worker(document.documentElement.dataset.worker);
const result = [];
let place = -1, start = 0;
const wake = setInterval(() => worker.postMessage(texts[0]), 200);
worker.onmessage = event => {
  if (place < 0) {
    clearInterval(wake);
    // Whatever else it was given meanwhile is answered first.
    setTimeout(() => { place = 0; give(); }, 1000);
    return;
  }
  result.push([performance.now() - start, event.data]);
  place += 1;
  give();
};
function give() {
  if (place === texts.length) { worker.terminate(); done(result); return; }
  start = performance.now();
  worker.postMessage(texts[place]);
}
worker.onerror = event => done(String(event.message));
"##;

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
    if env::args().nth(1).as_deref() == Some("memory") {
        return memory::measure(&page).await;
    }
    machine::measure(&page, SLIDER).await?;
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
    .await?;

    page.visit("/t/income_per_capita").await?;
    page.present(SLIDER).await?;
    memory::measure(&page).await?;

    let plan = plan::plan();
    time_draws(&page, "draws of the shipped plan", &Scenario::default()).await?;
    time_draws(&page, "draws with a figure for every target", &with_figures(plan)?).await
}

/// A reader's figure for every target that has none, so that all but the deeds are drawn.
fn with_figures(plan: &Plan) -> Outcome<Scenario> {
    let mut scenario = Scenario::default();
    for target in plan.targets {
        if target.kind == TargetKind::Deed || Series::of(target, scenario.inputs(target.code)).last().is_some() {
            continue;
        }
        let bar = target.milestones.iter().find_map(|milestone| match milestone.rule {
            Rule::AtLeast(bar) | Rule::Above(bar) | Rule::AtMost(bar) | Rule::Below(bar) | Rule::About(bar) => {
                Some(bar)
            }
            Rule::Range { from, .. } => Some(from),
            Rule::RankAtMost(place) => Some(place),
            Rule::Beats | Rule::Done => None,
        });
        let value = bar.unwrap_or(target.unit.minimum.midpoint(target.unit.maximum.min(100.0)));
        let figure = Change::Observation {
            year: plan.end_year - 3,
            value: Some(value),
        };
        scenario
            .apply(plan, target.code, figure)
            .map_err(|error| format!("{}: {error:?}", target.id))?;
        if matches!(target.kind, TargetKind::Unset | TargetKind::Versus) {
            for year in [plan.end_year, plan.end_year + 5] {
                // A year that the target does not take stays without a bar.
                let _ = scenario.apply(
                    plan,
                    target.code,
                    Change::Threshold {
                        year,
                        value: Some(value),
                    },
                );
            }
        }
    }
    Ok(scenario)
}

/// How long the worker takes by its own clock, and how long the page waits.
async fn time_draws(page: &Page, what: &str, scenario: &Scenario) -> Outcome {
    let plan = plan::plan();
    let saved = Saved {
        scenario: scenario.clone(),
        ..Saved::default()
    };
    for draws in [DRAWS_AT_REST, DRAWS_IN_MOTION] {
        let texts: Vec<String> = (1..=DRAWS_RUNS)
            .map(|revision| {
                let text = request(&saved, plan, revision, draws, TODAY);
                format!("{DRAWS}{text}")
            })
            .collect();
        let told = page.browser().run_to_the_end(ASK, vec![json!(texts)]).await?;
        let told: Vec<(f64, String)> = serde_json::from_value(told)?;
        let (mut computed, mut waited, mut judged) = (Vec::new(), Vec::new(), 0);
        for (milliseconds, text) in told {
            let answer = text
                .strip_prefix(DRAWS)
                .and_then(|text| read_answer(text, plan))
                .ok_or_else(|| format!("the worker is of another build, or says: {text:.80}"))?;
            computed.push(answer.milliseconds);
            waited.push(milliseconds);
            judged = answer
                .groups
                .iter()
                .filter(|group| group.field.is_none())
                .map(|group| group.judged)
                .sum();
        }
        let targets = plan.targets.iter();
        let drawn = targets.filter(|target| {
            target.kind != TargetKind::Deed && Series::of(target, scenario.inputs(target.code)).last().is_some()
        });
        println!(
            "{what}, {draws} draws of {} targets, {judged} milestones judged, {DRAWS_RUNS} times:",
            drawn.count()
        );
        println!("    in the worker  {}", spread(computed));
        println!("    round trip     {}", spread(waited));
    }
    Ok(())
}

async fn time(page: &Page, what: &str, kind: &str, watched: &str) -> Outcome {
    for (name, slowed) in SLOWED {
        slow_down(page, slowed).await?;
        run(page, kind, watched, WARM_UP).await?;
        let times = run(page, kind, watched, MOVES).await?;
        println!("{what}, {name} ({} of {MOVES} seen):", times.changes);
        println!("    computed  {}", spread(times.computed));
        println!("    painted   {}", spread(times.painted));
    }
    slow_down(page, 1).await
}

async fn slow_down(page: &Page, times: u32) -> Outcome {
    let rate = json!({ "rate": times });
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
