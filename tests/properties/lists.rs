//! Lists: more cells narrow what is counted, and a count says what its list says.

use std::sync::{Arc, LazyLock};

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;
use zhice::engine::{Assessment, assess};
use zhice::model::period::days_between;
use zhice::model::{Amount, Answers, AsOf, Date, Quantity, Row, Truth, Value};
use zhice::pack::{Choices, Pack};

use super::hold::hold;
use super::scene::{amounts, truths};

const LIST: &str = "patents.list";
const RECENT: &str = "patents.recent";
const FEES: &str = "patents.fees";

static PACK: LazyLock<Pack> =
    LazyLock::new(|| Pack::load(include_str!("../packs/good/made-up-lists.json")).unwrap().pack);

fn today() -> AsOf {
    "2020-10-01".parse().unwrap()
}

/// A patent that may not be filled in to the end.
#[derive(Clone, Debug)]
struct Patent {
    kind: Option<bool>,
    /// Days before the day of the assessment.
    granted: Option<u32>,
    client: Option<u8>,
    fees: Option<i64>,
    elsewhere: Option<bool>,
}

fn patents() -> impl Strategy<Value = Vec<Patent>> {
    let patent = (
        option::weighted(0.8, prop::bool::weighted(0.8)),
        option::weighted(0.8, 0..1_500_u32),
        option::weighted(0.8, 0..3_u8),
        option::weighted(0.8, 0..2_000_i64),
        option::weighted(0.8, prop::bool::weighted(0.2)),
    );
    let patent =
        patent.prop_map(|(kind, granted, client, fees, elsewhere)| Patent { kind, granted, client, fees, elsewhere });
    vec(patent, 0..8)
}

impl Patent {
    fn day(&self) -> Option<Date> {
        let today = u32::try_from(days_between(Date::from_days_since_epoch(0).unwrap(), today())).unwrap();
        self.granted.map(|before| Date::from_days_since_epoch(today - before).unwrap())
    }

    fn row(&self) -> Row {
        let kind = self.kind.map(|invention| if invention { "invention" } else { "design" });
        let cells = [
            ("kind", kind.map(|kind| Value::Choice(kind.to_owned()))),
            ("granted_on", self.day().map(Value::Date)),
            ("client", self.client.map(|client| Value::Text(client.to_string()))),
            ("fees", self.fees.map(|fees| Value::Number(Quantity::whole(fees)))),
            ("elsewhere", self.elsewhere.map(Value::Bool)),
        ];
        cells.into_iter().filter_map(|(id, value)| Some((id.to_owned(), value?))).collect()
    }

    fn filled(&self) -> Self {
        Self {
            kind: self.kind.or(Some(true)),
            granted: self.granted.or(Some(30)),
            client: self.client.or(Some(1)),
            fees: self.fees.or(Some(500)),
            elsewhere: self.elsewhere.or(Some(false)),
        }
    }
}

fn answers(patents: &[Patent]) -> Answers {
    [(LIST.to_owned(), Value::List(Arc::new(patents.iter().map(Patent::row).collect())))].into_iter().collect()
}

fn result(answers: &Answers) -> Assessment {
    assess(PACK.track("apply").unwrap(), answers, today(), &Choices::default())
}

fn is_within(narrow: Amount, wide: Amount) -> bool {
    let most = wide.high.is_none_or(|wide| narrow.high.is_some_and(|high| high <= wide));
    wide.low <= narrow.low && most && narrow.high.is_none_or(|high| narrow.low <= high)
}

#[test]
fn a_cell_that_is_filled_in_narrows() {
    hold(300, (patents(), any::<Index>()), |(patents, at)| {
        let before = result(&answers(&patents));
        let mut more = patents.clone();
        if let Some(at) = (!more.is_empty()).then(|| at.index(more.len())) {
            more[at] = more[at].filled();
        }
        let after = result(&answers(&more));
        for ((name, was), (_, is)) in amounts(&before).into_iter().zip(amounts(&after)) {
            prop_assert!(is_within(is, was), "{name} went from {was:?} to {is:?}");
        }
        for ((name, was), (_, is)) in truths(&before).into_iter().zip(truths(&after)) {
            prop_assert!(was == Truth::Unknown || was == is, "{name} turned from {was:?} to {is:?}");
        }
        Ok(())
    });
}

/// Counted by hand, row by row.
#[test]
fn what_is_counted_is_what_one_would_type() {
    hold(300, patents(), |patents| {
        let patents: Vec<Patent> = patents.iter().map(Patent::filled).collect();
        let years_ago: Date = "2017-10-01".parse().unwrap();
        let is_recent =
            |one: &&Patent| one.kind == Some(true) && one.elsewhere == Some(false) && one.day().unwrap() > years_ago;
        let recent = patents.iter().filter(is_recent).count();
        let of_the_year = || patents.iter().filter(|one| one.day().unwrap().year() == 2020);
        let fees: i64 = of_the_year().map(|one| one.fees.unwrap()).sum();
        let of_client =
            |client| of_the_year().filter(|one| one.kind == Some(true) && one.client == Some(client)).count();
        let granted: usize = (0..3).map(|client| of_client(client).min(2)).sum();

        let listed = result(&answers(&patents));
        let mut typed = answers(&patents);
        typed.set(RECENT, Value::Number(Quantity::whole(i64::try_from(recent).unwrap())));
        typed.set(FEES, Value::Number(Quantity::whole(fees)));
        let typed = result(&typed);
        prop_assert_eq!(&typed.checks, &[], "both agree");
        prop_assert_eq!(truths(&listed), truths(&typed));
        prop_assert_eq!(amounts(&listed), amounts(&typed));
        let eligible = recent >= 2;
        let grants = listed.support.as_ref().unwrap().measures[0].amount;
        let expected = if eligible { 1_000 * i64::try_from(granted).unwrap() } else { 0 };
        prop_assert_eq!(grants, Amount::exactly(Quantity::whole(expected)));

        let mut other = answers(&patents);
        other.set(RECENT, Value::Number(Quantity::whole(i64::try_from(recent).unwrap() + 1)));
        let checks: Vec<String> = result(&other).checks.into_iter().map(|check| check.id).collect();
        prop_assert_eq!(checks, ["patents.recent.list"]);
        Ok(())
    });
}
