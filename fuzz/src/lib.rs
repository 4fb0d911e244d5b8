//! What a fuzz target asks of a decoder: that it ends well, soon, and with little memory. Must not know a format.

#[path = "../../crates/wire/tests/support/decoders.rs"]
pub mod decoders;

use std::time::Duration;

use cpu_time::ThreadTime;
use decoders::Decoder;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One input may take so long of a processor: a clock on the wall would count what other programs take.
const MOST_TIME: Duration = Duration::from_millis(10);

/// Reading one input may add so much to the memory in use.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// How often a slow input is tried again: another program may have emptied the caches.
const TRIES: usize = 4;

/// Reads `bytes` under the limits, then checks what was read.
pub fn run(decoder: &Decoder, bytes: &[u8]) {
    // libFuzzer hands over the same memory for each input; the plan and the first tables are made once.
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let first = time(decoder, bytes);
    let more = MEMORY.peak_usage().saturating_sub(before);
    assert!(more <= MOST_BYTES, "{more} bytes were in use to read {}", bytes.len());
    let mut shortest = first;
    for _ in 1..TRIES {
        if shortest <= MOST_TIME {
            break;
        }
        shortest = shortest.min(time(decoder, bytes));
    }
    assert!(shortest <= MOST_TIME, "{shortest:?} to read {} bytes", bytes.len());
    (decoder.check)(bytes);
}

fn time(decoder: &Decoder, bytes: &[u8]) -> Duration {
    let start = ThreadTime::now();
    (decoder.read)(bytes);
    start.elapsed()
}
