//! Many inputs on all cores, with results in the order of the inputs.
//!
//! Results are handed on as soon as their turn comes, so that a pipe sees the first document while the last is not yet
//! read. Workers wait when they are too far ahead of what was handed on, so that memory stays bounded however many
//! inputs there are.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many results a worker may be ahead of what was handed on.
const AHEAD: usize = 4;

/// Runs `work` on each of `items` on up to `jobs` threads, and hands each result to `done`, in the order of the items,
/// on the calling thread. `done` may end the batch early. A panic in `work` costs that one result, which is `None`.
pub(super) fn in_order<T: Sync, R: Send>(
    jobs: usize,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut done: impl FnMut(Option<R>) -> ControlFlow<()>,
) {
    let work = |item: &T| catch_unwind(AssertUnwindSafe(|| work(item))).ok();
    let jobs = jobs.clamp(1, items.len().max(1));
    if jobs == 1 {
        let _ = items.iter().try_for_each(|item| done(work(item)));
        return;
    }
    let line = Line { state: Mutex::new(State::new(jobs * AHEAD)), moved: Condvar::new() };
    thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(index) = line.take(items.len()) {
                    line.put(index, work(&items[index]));
                }
            });
        }
        for index in 0..items.len() {
            if done(line.get(index)).is_break() {
                break;
            }
        }
        line.stop();
    });
}

/// Results on their way, in a ring of slots.
struct State<R> {
    slots: Vec<Option<R>>,
    /// The next item to be worked on.
    next: usize,
    /// How many results were handed on.
    handed: usize,
    stopped: bool,
}

impl<R> State<R> {
    fn new(size: usize) -> Self {
        Self { slots: (0..size).map(|_| None).collect(), next: 0, handed: 0, stopped: false }
    }
}

struct Line<R> {
    state: Mutex<State<R>>,
    moved: Condvar,
}

impl<R> Line<R> {
    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `ready`, then applies `change` and wakes the others.
    fn when<O>(&self, ready: impl Fn(&State<R>) -> bool, change: impl FnOnce(&mut State<R>) -> O) -> O {
        let mut state = self.lock();
        while !ready(&state) {
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let out = change(&mut state);
        self.moved.notify_all();
        out
    }

    fn take(&self, count: usize) -> Option<usize> {
        let ready = |s: &State<R>| s.stopped || s.next >= count || s.next < s.handed + s.slots.len();
        self.when(ready, |s| {
            let index = s.next;
            s.next += 1;
            (!s.stopped && index < count).then_some(index)
        })
    }

    fn put(&self, index: usize, result: R) {
        self.when(
            |_| true,
            |s| {
                let slot = index % s.slots.len();
                s.slots[slot] = Some(result);
            },
        );
    }

    fn get(&self, index: usize) -> R {
        loop {
            let slot = |s: &State<R>| index % s.slots.len();
            let result = self.when(
                |s| s.slots[slot(s)].is_some(),
                |s| {
                    s.handed += 1;
                    let slot = slot(s);
                    s.slots[slot].take()
                },
            );
            if let Some(result) = result {
                return result;
            }
        }
    }

    fn stop(&self) {
        self.when(|_| true, |s| s.stopped = true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order_on_any_number_of_threads() {
        let items: Vec<usize> = (0..500).collect();
        for jobs in [1, 2, 7, 64, 1000] {
            let mut out = Vec::new();
            in_order(
                jobs,
                &items,
                |i| i * 2,
                |r| {
                    out.extend(r);
                    ControlFlow::Continue(())
                },
            );
            assert!(out.iter().copied().eq((0..500).map(|i| i * 2)), "{jobs} jobs");
        }
        in_order(4, &[] as &[usize], |i| *i, |_| ControlFlow::Continue(()));
    }

    #[test]
    fn a_panic_costs_one_result_and_no_more() {
        for jobs in [1, 3] {
            let mut out = Vec::new();
            let work = |i: &usize| if *i == 2 { panic!("worker {i}") } else { *i };
            in_order(jobs, &[0, 1, 2, 3, 4], work, |r| {
                out.push(r);
                ControlFlow::Continue(())
            });
            assert_eq!(out, [Some(0), Some(1), None, Some(3), Some(4)]);
        }
    }

    #[test]
    fn an_early_end_stops_the_work() {
        let worked = AtomicUsize::new(0);
        let items: Vec<usize> = (0..10_000).collect();
        let mut seen = 0;
        in_order(
            4,
            &items,
            |_| worked.fetch_add(1, Ordering::Relaxed),
            |_| {
                seen += 1;
                if seen == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(seen, 3);
        assert!(worked.load(Ordering::Relaxed) < 100, "workers do not run far ahead");
    }
}
