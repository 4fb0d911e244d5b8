//! The worker: draws scenarios and answers questions away from the page's thread. The newest request wins; one that is under way is dropped
//! between two steps as soon as another one arrives.

use std::cell::RefCell;
use std::rc::Rc;

use engine::ensemble::EnsembleRun;
use kichban::answers::{self, read_question, write_answer};
use kichban::platform::worker_scope::{Turn, milliseconds, on_text, send};
use wire::paired;
use wire::run::{Request, answer, read_request};

/// Work between two looks at the messages.
const SLICE_MILLISECONDS: f64 = 8.0;

/// A run under way.
struct Work {
    request: Request,
    run: EnsembleRun,
    spent: f64,
}

fn main() {
    let work: Rc<RefCell<Option<Work>>> = Rc::new(RefCell::new(None));
    let turn: Rc<RefCell<Option<Turn>>> = Rc::new(RefCell::new(None));
    let again = Rc::clone(&turn);
    let current = Rc::clone(&work);
    *turn.borrow_mut() = Turn::new(move || {
        if slice(&mut current.borrow_mut())
            && let Some(turn) = again.borrow().as_ref()
        {
            turn.ask();
        }
    });
    on_text(move |text| match text.split_once('\n') {
        Some(("draws", text)) => start(text, &work, &turn),
        Some(("compare", text)) => {
            if let Some(told) = compare(text) {
                send(&format!("compare\n{told}"));
            }
        }
        Some(("ask", text)) => {
            if let Some(question) = read_question(text, plan::plan()) {
                let parts = answers::answer(plan::plan(), &question);
                send(&format!("ask\n{}", write_answer(&question, &parts)));
            }
        }
        _ => {}
    });
    // Whatever the page said before is lost: browsers hand messages out before this program is there to take them.
    send("ready\n");
}

/// Draws several scenarios with the same random numbers, one after another.
fn compare(text: &str) -> Option<String> {
    let plan = plan::plan();
    let request = paired::read_request(text, plan)?;
    let draw =
        |saved: &wire::Saved| EnsembleRun::new(plan, &saved.scenario, request.today_year, request.draws, None).finish();
    let ensembles: Vec<_> = request.members.iter().map(draw).collect();
    Some(paired::answer(&request, &ensembles))
}

/// Starts a run, in place of one that may be under way.
fn start(text: &str, work: &RefCell<Option<Work>>, turn: &RefCell<Option<Turn>>) {
    let Some(request) = read_request(text, plan::plan()) else {
        return;
    };
    let run = EnsembleRun::new(
        plan::plan(),
        &request.saved.scenario,
        request.today_year,
        request.draws,
        None,
    );
    let is_idle = work.borrow().is_none();
    *work.borrow_mut() = Some(Work {
        request,
        run,
        spent: 0.0,
    });
    // A run under way has asked for its next turn already, and that turn finds the new work.
    if is_idle && let Some(turn) = turn.borrow().as_ref() {
        turn.ask();
    }
}

/// Works for a while; whether there is more to do.
fn slice(work: &mut Option<Work>) -> bool {
    let Some(mut current) = work.take() else {
        return false;
    };
    let started = milliseconds();
    loop {
        let has_more = current.run.step();
        let spent = milliseconds() - started;
        if !has_more {
            let total = current.spent + spent;
            let told = answer(&current.request, &current.run.finish(), plan::plan(), total);
            send(&format!("draws\n{told}"));
            return false;
        }
        if spent >= SLICE_MILLISECONDS {
            current.spent += spent;
            *work = Some(current);
            return true;
        }
    }
}
