//! The stories' own watch: a complaint in the console or a request to another place fails a story by itself.

use e2e::{Outcome, Page, Site, endings};

#[test]
fn an_error_in_the_console_fails_a_story() {
    fails("the console said", async |_, page| {
        page.browser()
            .run("console.error('something is wrong');", vec![])
            .await?;
        Ok(())
    });
}

#[test]
fn an_error_that_nobody_catches_fails_a_story() {
    fails("something is wrong", async |_, page| {
        let later = "setTimeout(() => { document.title = ''; throw new Error('something is wrong'); });";
        page.browser().run(later, vec![]).await?;
        page.browser().wait_until("document.title === ''", vec![]).await
    });
}

#[test]
fn what_the_policy_refuses_fails_a_story() {
    fails("the console said", async |_, page| {
        let script =
            "const script = document.createElement('script'); script.textContent = '1'; document.head.append(script);";
        page.browser().run(script, vec![]).await?;
        Ok(())
    });
}

#[test]
fn a_request_to_another_place_fails_a_story() {
    fails("requests to other places", async |_, page| {
        // It serves as long as the process lives: were it gone before the icon is loaded, the console would complain first.
        let elsewhere: &Site = Box::leak(Box::new(Site::serve()?));
        page.browser().load(&elsewhere.address("")).await?;
        Ok(())
    });
}

fn fails(problem: &str, story: impl AsyncFn(&Site, &Page) -> Outcome) {
    for (kind, ending) in endings("", story) {
        let said = ending.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(said.contains(problem), "{kind}: {said:?}");
    }
}
