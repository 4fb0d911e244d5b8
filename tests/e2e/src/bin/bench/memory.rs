//! What the page holds before and after ten thousand moves of a lever: the script's heap, the module's memory, the
//! elements and listeners. A page that forgets what it no longer shows holds the same.

use e2e::{Outcome, Page, WIDE};
use serde::Deserialize;
use serde_json::json;

const MOVES: usize = 10_000;
/// The history of steps is full, and every cache warm, long before.
const WARM_UP: usize = 1_000;

/// Moves the lever, each time after the page has done with the last, but without waiting for a frame to be drawn.
const SCRIPT: &str = r##"
const [count, done] = arguments;
const slider = document.querySelector("#lever-1-reference-rate-slider");
const [low, high, step] = [Number(slider.min), Number(slider.max), Number(slider.step)];
const places = Math.round((high - low) / step) - 1;
const channel = new MessageChannel();
let turn = 0;
channel.port1.onmessage = () => {
  if (turn === count) { channel.port1.close(); done(turn); return; }
  turn += 1;
  slider.value = String(low + step * (1 + (turn * 7) % places));
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  channel.port2.postMessage(0);
};
channel.port2.postMessage(0);
"##;

/// The bytes of the module's memory. Started a second time, the page's script hands out the module that runs.
const MODULE: &str = r##"
const [done] = arguments;
const loaded = performance.getEntriesByType("resource").map(entry => entry.name);
import(loaded.find(name => /kichban-app-[0-9a-f]+\.js$/.test(name)))
  .then(page => page.default())
  .then(module => done(module.memory.buffer.byteLength), problem => done(String(problem)));
"##;

/// Of what is printed, in bytes and pieces.
#[derive(Debug, Clone, Copy)]
struct Held {
    script: f64,
    module: f64,
    elements: u64,
    listeners: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Counters {
    nodes: u64,
    js_event_listeners: u64,
}

/// Moves a lever on the open page of a target and prints what the page holds before and after.
pub async fn measure(page: &Page) -> Outcome {
    page.browser().look_through(WIDE).await?;
    move_lever(page, WARM_UP).await?;
    let before = held(page).await?;
    move_lever(page, MOVES).await?;
    let after = held(page).await?;
    println!("memory, before and after {MOVES} moves of a lever on a target's page:");
    let megabytes = |bytes: f64| format!("{:7.2} MB", bytes / 1e6);
    println!(
        "    script's heap    {} {}",
        megabytes(before.script),
        megabytes(after.script)
    );
    println!(
        "    module's memory  {} {}",
        megabytes(before.module),
        megabytes(after.module)
    );
    println!("    nodes            {:10} {:10}", before.elements, after.elements);
    println!("    listeners        {:10} {:10}", before.listeners, after.listeners);
    Ok(())
}

async fn move_lever(page: &Page, count: usize) -> Outcome {
    // A few at a time: a driver waits for one script half a minute at most.
    for _ in 0..count / 500 {
        page.browser().run_to_the_end(SCRIPT, vec![json!(500)]).await?;
    }
    // What is kept after a pause is kept, and the worker has answered.
    page.saving_ends_in("Saved").await
}

/// What is held once all that can be forgotten is.
async fn held(page: &Page) -> Outcome<Held> {
    let browser = page.browser();
    // The second finds what the first let go of.
    for _ in 0..2 {
        browser.command("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap = browser.command("Runtime.getHeapUsage", json!({})).await?;
    let module = browser.run_to_the_end(MODULE, vec![]).await?;
    let counters: Counters = serde_json::from_value(browser.command("Memory.getDOMCounters", json!({})).await?)?;
    Ok(Held {
        script: heap["usedSize"].as_f64().ok_or("no size of the heap")?,
        module: module.as_f64().ok_or("the module has no memory")?,
        elements: counters.nodes,
        listeners: counters.js_event_listeners,
    })
}
