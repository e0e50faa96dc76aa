//! Days that are reckoned: in order, bounded, and the same by a second way of counting.

use proptest::prelude::*;
use zhice::engine::procedure::{DAYS_AHEAD, StepFinding};
use zhice::model::{Date, Period};
use zhice::pack::Due;
use zhice::pack::due::{Every, Yearly};

use super::hold::{drawn, hold};
use super::scene::{Scene, built_in_scenes};

fn days() -> impl Strategy<Value = Date> {
    (1..=9999_u16, 1..=12_u8, 1..=31_u8).prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day))
}

fn periods() -> impl Strategy<Value = Period> {
    prop_oneof![
        any::<u16>().prop_map(Period::Days),
        any::<u16>().prop_map(Period::Months),
        any::<u16>().prop_map(Period::Years),
    ]
}

/// Year, month and day, read off the day as it is written.
fn parts(day: Date) -> [i32; 3] {
    let parts: Vec<i32> = day.to_string().split('-').map(|part| part.parse().unwrap()).collect();
    parts.try_into().unwrap()
}

#[test]
fn a_longer_time_never_ends_earlier() {
    hold(2_000, (days(), periods(), any::<u16>(), any::<u16>()), |(day, period, one, other)| {
        let (fewer, more) = (one.min(other), one.max(other));
        // `None` lies beyond the last day there is.
        let ends = [period.after(day, fewer), period.after(day, more)].map(|end| (end.is_none(), end));
        prop_assert!(ends[0] <= ends[1], "{:?}", ends);
        prop_assert!(ends[0].1.is_none_or(|end| end >= day));
        Ok(())
    });
}

#[test]
fn months_are_counted_one_by_one() {
    hold(500, (days(), 0..60_u16), |(day, months)| {
        let [mut year, mut month, of_month] = parts(day);
        for _ in 0..months {
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
        let there_is = |day: i32| Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
        let expected = (1..=of_month).rev().find_map(there_is);
        prop_assert_eq!(Period::Months(months).after(day, 1), expected);
        Ok(())
    });
}

#[test]
fn days_are_counted_one_by_one() {
    hold(300, (days(), 0..800_u16), |(day, count)| {
        let mut end = Some(day);
        for _ in 0..count {
            end = end.and_then(Date::next);
        }
        prop_assert_eq!(Period::Days(count).after(day, 1), end);
        prop_assert!(end.is_none_or(|end| end.plus_days(-i32::from(count)) == Some(day)));
        Ok(())
    });
}

#[test]
fn the_days_of_a_step_are_in_order_and_few() {
    hold(600, built_in_scenes(), |scene| {
        for one in scene.assess().dates {
            let recurs = due(&scene, &one).recurs();
            let most = if recurs { DAYS_AHEAD } else { 1 };
            prop_assert!(one.days.len() <= most);
            prop_assert!(one.days.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(one.days.iter().all(|day| one.from.is_none_or(|from| from <= *day)));
            prop_assert!(!recurs || one.days.iter().all(|day| *day >= scene.as_of));
            prop_assert!(one.until.is_none_or(|until| one.days.iter().all(|day| *day <= until)));
            prop_assert!(!one.overdue || one.days.iter().all(|day| *day < scene.as_of));
        }
        Ok(())
    });
}

/// The second way: every day from the first is looked at, and its date read.
#[test]
fn a_day_comes_again_when_the_calendar_says_so() {
    hold(120, built_in_scenes(), |scene| {
        for one in scene.assess().dates.iter().filter(|one| !one.days.is_empty()) {
            let due = due(&scene, one);
            let Some(from) = one.from.filter(|_| due.recurs()) else { continue };
            let comes = |day: Date| match &due {
                Due::On(_) | Due::After(_) => false,
                Due::Yearly(Yearly { on, .. }) => day.to_string().ends_with(&format!("-{on}")),
                Due::Every(Every { period: Period::Years(years), .. }) => {
                    is_anniversary(from, day) && (parts(day)[0] - parts(from)[0]) % i32::from(*years) == 0
                }
                Due::Every(_) => panic!("no built-in pack counts like this"),
            };
            let mut expected = Vec::new();
            let mut day = from.next();
            while let Some(here) = day.filter(|day| one.until.is_none_or(|until| *day <= until)) {
                if comes(here) && here >= scene.as_of {
                    expected.push(here);
                }
                if expected.len() == one.days.len().max(1) {
                    break;
                }
                day = here.next();
            }
            prop_assert_eq!(&one.days, &expected);
        }
        Ok(())
    });
}

/// The same day of the same month; for 29 February in another year the day before 1 March.
fn is_anniversary(from: Date, day: Date) -> bool {
    let ([_, month, of_month], [_, here, today]) = (parts(from), parts(day));
    let is_last = day.next().is_some_and(|next| parts(next)[1] != here);
    here == month && (today == of_month || (today < of_month && is_last))
}

#[test]
fn some_of_the_scenes_have_days_that_come_again() {
    let scenes = drawn(600, built_in_scenes());
    let again = scenes.iter().filter(|scene| scene.assess().dates.iter().any(|one| one.days.len() > 1)).count();
    assert!(again > 10, "{again}");
}

fn due(scene: &Scene, one: &StepFinding) -> Due {
    let step = scene.track().track.procedure.iter().find(|step| step.id == one.id).unwrap();
    step.due.clone().unwrap()
}
