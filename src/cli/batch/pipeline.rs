//! Work on all cores, taken in the order in which it was given out.

use std::sync::mpsc;
use std::thread;

/// How many jobs, and how many results, wait for each worker at most. A slow reader or writer holds up the others,
/// and memory stays what it is.
const WAITING: usize = 2;

/// Gives the jobs to the workers in turn and takes the results in the same turn. Ends with the first result that
/// could not be taken.
pub fn in_order<J: Send, D: Send, W: FnMut(J) -> D, E>(
    jobs: impl Iterator<Item = J> + Send,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(D) -> Result<(), E>,
) -> Result<(), E> {
    let worker = &worker;
    thread::scope(|scope| {
        let (mut inboxes, mut outboxes) = (Vec::new(), Vec::new());
        for _ in 0..thread::available_parallelism().map_or(1, Into::into) {
            let (inbox, given) = mpsc::sync_channel(WAITING);
            let (done, outbox) = mpsc::sync_channel(WAITING);
            inboxes.push(inbox);
            outboxes.push(outbox);
            scope.spawn(move || {
                let mut work = worker();
                // Where nobody takes results any more, there is no use in making them.
                let _ = given.into_iter().try_for_each(|job| done.send(work(job)));
            });
        }
        scope.spawn(move || {
            let mut turns = jobs.zip(inboxes.iter().cycle());
            let _ = turns.try_for_each(|(job, inbox)| inbox.send(job));
        });
        // Jobs go round without a gap: the first worker that has nothing more is the end.
        for outbox in outboxes.iter().cycle() {
            let Ok(done) = outbox.recv() else { break };
            take(done)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let mut taken = Vec::new();
        // Early jobs take longest.
        let worker = || |job: u64| (0..(500 - job) * 100).fold(job, |sum, _| std::hint::black_box(sum));
        let outcome: Result<(), ()> = in_order(0..500, worker, |done| {
            taken.push(done);
            Ok(())
        });
        assert_eq!((outcome, taken), (Ok(()), (0..500).collect()));
    }

    #[test]
    fn the_first_refusal_ends_even_endless_work() {
        let worker = || |job: u64| job;
        let take = |done| if done < 100 { Ok(()) } else { Err(done) };
        assert_eq!(in_order(0.., worker, take), Err(100));
    }
}
