//! The stories' own watch: a complaint in the console or a request to another place fails a story by itself.

use e2e::{Site, Start, story};

#[test]
#[should_panic(expected = "the console said")]
fn an_error_in_the_console_fails_a_story() {
    story("", Start::default(), async |_, page| {
        page.browser()
            .run("console.error('something is wrong');", vec![])
            .await?;
        Ok(())
    });
}

#[test]
#[should_panic(expected = "the console said")]
fn what_the_policy_refuses_fails_a_story() {
    story("", Start::default(), async |_, page| {
        let script =
            "const script = document.createElement('script'); script.textContent = '1'; document.head.append(script);";
        page.browser().run(script, vec![]).await?;
        Ok(())
    });
}

#[test]
#[should_panic(expected = "requests to other places")]
fn a_request_to_another_place_fails_a_story() {
    story("", Start::default(), async |_, page| {
        // It serves as long as the process lives: were it gone before the icon is loaded, the console would complain first.
        let elsewhere: &Site = Box::leak(Box::new(Site::serve()?));
        page.browser().load(&elsewhere.address("")).await?;
        Ok(())
    });
}
