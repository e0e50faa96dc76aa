//! How many indicators stand where.

use super::Mark;
use crate::model::Lang;

/// How many stand at one mark, under one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub count: usize,
    pub mark: Mark,
    pub word: String,
}

/// Where one indicator stands: its mark, and the word it is counted under.
pub type MarkedWord = (Mark, String);

/// The counts, the best first; what does not occur is left out. Ratings are counted under the word that was chosen.
pub fn tally(stands: impl IntoIterator<Item = MarkedWord>) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for (mark, word) in stands {
        if let Some(one) = tallies.iter_mut().find(|one| one.mark == mark && one.word == word) {
            one.count += 1;
        } else {
            // Of one mark, the word that came first.
            let at = tallies.partition_point(|one| one.mark <= mark);
            tallies.insert(at, Tally { count: 1, mark, word });
        }
    }
    tallies
}

/// `已达到 3，未达到 2`: the counts of a group, beside its heading.
pub fn in_short(tallies: &[Tally], lang: Lang) -> String {
    let count = |one: &Tally| match lang {
        Lang::Zh => format!("{} {}", one.word, one.count),
        Lang::En => format!("{} {}", one.count, one.word),
    };
    tallies.iter().map(count).collect::<Vec<_>>().join(lang.pick("，", ", "))
}

/// `已达到 3 项，未达到 2 项`; what to say where there is nothing to count.
pub fn sentence(tallies: &[Tally], lang: Lang) -> String {
    let count = |one: &Tally| match lang {
        Lang::Zh => format!("{} {} 项", one.word, one.count),
        Lang::En => format!("{} {}", one.count, one.word),
    };
    if tallies.is_empty() {
        return lang.pick("没有需要对照的条件", "There is nothing to compare").to_owned();
    }
    tallies.iter().map(count).collect::<Vec<_>>().join(lang.pick("，", ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indicators_are_counted_by_where_they_stand_and_what_does_not_occur_is_left_out() {
        let stand = |(mark, word): (Mark, &str)| (mark, word.to_owned());
        let some = [(Mark::Unknown, "待补充"), (Mark::Met, "已达到"), (Mark::Unknown, "待补充")];
        assert_eq!(sentence(&tally(some.map(stand)), Lang::Zh), "已达到 1 项，待补充 2 项");
        let more = [(Mark::NotMet, "未达到"), (Mark::UnderWay, "推进中"), (Mark::Done, "已完成")];
        let all = some.into_iter().chain(more).map(stand);
        assert_eq!(in_short(&tally(all), Lang::Zh), "已达到 1，已完成 1，推进中 1，未达到 1，待补充 2");
    }

    #[test]
    fn a_track_that_asks_for_nothing_has_a_sentence_too() {
        assert_eq!(sentence(&[], Lang::Zh), "没有需要对照的条件");
    }
}
