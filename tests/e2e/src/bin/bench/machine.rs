//! What the machine takes by itself: machines differ, and one differs from hour to hour. The other figures of the benchmark are
//! to be read beside these.

use e2e::{Outcome, Page};
use serde_json::json;

use super::{MOVES, SLOWED, WARM_UP, run, slow_down, spread};

/// How fast the browser runs scripts, as Lighthouse has it: ten times 10,000 letters put together, or 100,000 numbers copied,
/// a second; the mean of both. It warns of a slow host below 1,000, and Chromium's own developer tools
/// hold a phone of 2022 from the lower end to have 264
/// (<https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md>,
/// `CalibrationController.ts` of devtools-frontend).
const INDEX: &str = r##"
const [done] = arguments;
const rounds = work => {
  const start = performance.now();
  let count = 0, elapsed = 0;
  while (elapsed < 500) { work(count); count += 1; elapsed = performance.now() - start; }
  return count / elapsed * 1000;
};
const letters = rounds(() => {
  let text = "";
  for (let place = 0; place < 10000; place += 1) text += "a";
  if (text.length !== 10000) throw new Error("never, but it has to be read");
});
const lists = [0, 1].map(() => Array.from({ length: 100000 }, (_, place) => place));
const copies = rounds(turn => {
  const [from, to] = turn % 2 ? lists : [lists[1], lists[0]];
  for (let place = 0; place < from.length; place += 1) to[place] = from[place];
});
done((letters + copies) / 20);
"##;

/// Leaves nothing of the page but a slider that nobody listens to.
const ALONE: &str = r#"
const slider = document.createElement("input");
Object.assign(slider, { type: "range", id: arguments[0], min: 0, max: 100, step: 1 });
document.body.replaceChildren(slider);
document.querySelectorAll("style, link[rel=stylesheet]").forEach(sheet => sheet.remove());
"#;

/// Prints both, as the page is timed: as it is and slowed. Leaves the page as it was.
pub async fn measure(page: &Page, slider: &str) -> Outcome {
    page.browser()
        .run(ALONE, vec![json!(slider.trim_start_matches('#'))])
        .await?;
    for (name, slowed) in SLOWED {
        slow_down(page, slowed).await?;
        let index = page.browser().run_to_the_end(INDEX, vec![]).await?;
        run(page, "slider", "body", WARM_UP).await?;
        let times = run(page, "slider", "body", MOVES).await?;
        println!(
            "the machine, {name}: Lighthouse's index {:.0}",
            index.as_f64().unwrap_or(f64::NAN)
        );
        println!(
            "    a slider alone on an empty page, painted  {}",
            spread(times.painted)
        );
    }
    slow_down(page, 1).await?;
    page.reload().await
}
