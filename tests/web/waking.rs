//! Who is woken by a change, and when: what hangs from a value that is the same is left asleep, and a burst ends once.

use kichban::platform::timer::Lull;
use kichban::state::{distinct, each_distinct};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// How often what `read` reads has woken whoever follows it, the first time not counted.
fn wakes(read: impl Fn() + Send + Sync + 'static) -> Box<dyn Fn() -> usize> {
    let count = StoredValue::new(0);
    ImmediateEffect::new_scoped(move || {
        read();
        count.update_value(|count| *count += 1);
    });
    Box::new(move || count.get_value() - 1)
}

#[wasm_bindgen_test]
fn what_stays_the_same_wakes_nobody() {
    let owner = Owner::new();
    owner.with(|| {
        let years = RwSignal::new(2025);
        let decade = distinct(move || years.get() / 10);
        let followed = wakes(move || _ = decade.get());
        years.set(2029);
        assert_eq!((decade.get_untracked(), followed()), (202, 0));
        years.set(2030);
        assert_eq!((decade.get_untracked(), followed()), (203, 1), "in the same breath");
    });
}

#[wasm_bindgen_test]
fn each_of_several_wakes_its_own() {
    let owner = Owner::new();
    owner.with(|| {
        let given = RwSignal::new(vec![('a', 1.0), ('b', 2.0)]);
        // As the page has it: all in a memo, which others follow too.
        let levers = Memo::new(move |_| given.get());
        let keys = distinct(move || levers.with(|levers| levers.iter().map(|(key, _)| *key).collect::<Vec<char>>()));
        let told = each_distinct(move |hand_out| {
            levers.with(|levers| levers.iter().for_each(|(key, value)| hand_out(*key, value)));
        });
        let [(_, first), (_, second)] = told[..] else {
            panic!("two were handed out")
        };
        let followed = [wakes(move || _ = first.get()), wakes(move || _ = second.get())];
        given.set(vec![('b', 3.0), ('c', 9.0)]);
        assert_eq!(keys.get_untracked(), ['b', 'c']);
        assert_eq!((first.get_untracked(), second.get_untracked()), (1.0, 3.0));
        assert_eq!(followed.map(|followed| followed()), [0, 1]);
    });
}

#[wasm_bindgen_test]
async fn a_burst_ends_once_and_what_is_taken_back_never() {
    let owner = Owner::new();
    let (lull, ends) = owner.with(|| (Lull::default(), StoredValue::new(0)));
    let call = || lull.begin(400, move || ends.update_value(|ends| *ends += 1));
    for _ in 0..4 {
        call();
        sleep(50).await;
    }
    assert_eq!(ends.get_value(), 0, "it goes on");
    sleep(1_000).await;
    assert_eq!(ends.get_value(), 1);
    call();
    lull.cancel();
    sleep(1_000).await;
    assert_eq!(ends.get_value(), 1, "it was taken back");
    call();
    sleep(1_000).await;
    assert_eq!(ends.get_value(), 2, "another burst");
}

async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        set.unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
