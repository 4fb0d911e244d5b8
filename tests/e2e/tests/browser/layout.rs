//! Nothing runs out of the window: no page scrolls sideways, no text is cut off, in any language at any width.

use e2e::{Outcome, PHONE, Page, SMALL_PHONE, Start, View, WIDE, story};
use serde_json::json;

/// Elements that stick out of the window or cut off their own text. What is inside a box that scrolls by itself may be
/// wider than it; what is meant for screen readers only has no size.
const OVERFLOWING: &str = "
    const width = document.documentElement.clientWidth;
    const scrolls = element => {
        for (let box = element.parentElement; box; box = box.parentElement) {
            if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
        }
        return false;
    };
    const problems = [];
    if (document.documentElement.scrollWidth > innerWidth) {
        problems.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        if (box.width <= 1 || box.height <= 1 || element.closest('.skip')) continue;
        const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}#${element.id} “${element.textContent.trim().slice(0, 40)}”`;
        if ((box.right > width + 1 || box.left < -1) && !scrolls(element)) {
            problems.push(`${name} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
        }
        const cuts = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) && !element.closest('svg');
        if (cuts && element.scrollWidth > element.clientWidth + 1) {
            problems.push(`${name} cuts off ${element.scrollWidth - element.clientWidth} of its width`);
        }
    }
    return problems;";

fn nothing_overflows(view: View) {
    let start = Start {
        view,
        ..Start::default()
    };
    story("/", start, async |_, page| {
        let mut problems = Vec::new();
        for language in ["vi", "en"] {
            if page.count(&format!("html[lang={language}]")).await? == 0 {
                page.click(".language").await?;
                page.present(&format!("html[lang={language}]")).await?;
            }
            problems.extend(overflowing(page, &format!("{language}, board")).await?);
            for target in plan::plan().targets {
                page.go(&format!("/t/{}", target.id)).await?;
                page.present(&format!("main[data-target={}]", target.id)).await?;
                page.open_all_folds().await?;
                problems.extend(overflowing(page, &format!("{language}, {}", target.id)).await?);
            }
            page.go("/").await?;
            page.present("table.board").await?;
        }
        assert!(
            problems.is_empty(),
            "{} problems:\n{}",
            problems.len(),
            problems.join("\n")
        );
        Ok(())
    });
}

async fn overflowing(page: &Page, screen: &str) -> Outcome<Vec<String>> {
    let problems: Vec<String> = serde_json::from_value(page.browser().run(OVERFLOWING, vec![]).await?)?;
    Ok(problems
        .into_iter()
        .map(|problem| format!("{screen}: {problem}"))
        .collect())
}

#[test]
fn nothing_overflows_on_a_laptop() {
    nothing_overflows(WIDE);
}

#[test]
fn nothing_overflows_on_a_phone() {
    nothing_overflows(PHONE);
}

#[test]
fn nothing_overflows_on_the_smallest_phone() {
    nothing_overflows(SMALL_PHONE);
}

#[test]
fn the_check_finds_what_sticks_out() {
    story("/", Start::default(), async |_, page| {
        let add = "const wide = document.createElement('p'); wide.id = 'wide'; wide.style.width = '3000px'; wide.textContent = 'wide'; document.querySelector('main').append(wide);";
        page.browser().run(add, vec![]).await?;
        let problems = overflowing(page, "board").await?;
        assert!(problems.iter().any(|problem| problem.contains("#wide")), "{problems:?}");
        let remove = "document.querySelector('#wide').remove();";
        assert_eq!(page.browser().run(remove, vec![]).await?, json!(null));
        Ok(())
    });
}
