//! What the page holds before and after ten thousand moves of a lever: the script's heap, the modules' memories, the
//! elements and listeners. A page that forgets what it no longer shows holds the same.

use e2e::{Outcome, Page, WIDE};
use serde::Deserialize;
use serde_json::{Value, json};

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

/// Of what is printed, in bytes and pieces.
#[derive(Debug, Clone, Copy)]
struct Held {
    script: f64,
    modules: f64,
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
        "    modules' memory  {} {}",
        megabytes(before.modules),
        megabytes(after.modules)
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
    let counters: Counters = serde_json::from_value(browser.command("Memory.getDOMCounters", json!({})).await?)?;
    Ok(Held {
        script: heap["usedSize"].as_f64().ok_or("no size of the heap")?,
        modules: memories(page).await?,
        elements: counters.nodes,
        listeners: counters.js_event_listeners,
    })
}

/// The bytes of every module's memory in the page, found among its objects: the page hands none of them out.
async fn memories(page: &Page) -> Outcome<f64> {
    let browser = page.browser();
    let kind = json!({ "expression": "WebAssembly.Memory.prototype" });
    let kind = browser.command("Runtime.evaluate", kind).await?;
    let ask = json!({ "prototypeObjectId": id(&kind["result"])? });
    let found = browser.command("Runtime.queryObjects", ask).await?;
    let sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
    let call = json!({ "objectId": id(&found["objects"])?, "functionDeclaration": sum, "returnByValue": true });
    let told = browser.command("Runtime.callFunctionOn", call).await?;
    told["result"]["value"]
        .as_f64()
        .ok_or_else(|| "no module has a memory".into())
}

fn id(object: &Value) -> Outcome<&str> {
    object["objectId"]
        .as_str()
        .ok_or_else(|| "the browser names no object".into())
}
