//! The days that a document sets, as a list and as a calendar file (RFC 5545).

use crate::model::{AsOf, Date, Deadline, Lang};
use crate::pack::load::TrackRef;
use crate::pack::track::ProcedureStep;
use crate::report::document;

/// A day that the document sets for a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Unique within the track.
    pub id: String,
    pub day: Date,
    pub title: String,
    /// What to know about the day; may be empty.
    pub note: String,
    /// What falls due together on that day.
    pub items: Vec<String>,
    /// The clauses it stands in, as the pack cites them.
    pub cites: Vec<String>,
}

/// Every day that is known, the earliest first: steps of the procedure, deadlines of indicators, the document's own term.
pub fn dated(track: TrackRef<'_>, lang: Lang) -> Vec<Dated> {
    let steps = track.track.procedure.iter().filter_map(|one| step(one, lang));
    let mut days: Vec<Dated> = steps.chain(deadlines(track, lang)).chain(term(track, lang)).collect();
    days.sort_by_key(|one| one.day);
    days
}

/// What the calendar file is called.
pub fn calendar_name(track: TrackRef<'_>) -> String {
    format!("zhice-{}-{}.ics", track.pack.file.id, track.track.id)
}

/// The days as a calendar file; `None` where the document gives no day.
pub fn calendar(track: TrackRef<'_>, as_of: AsOf, lang: Lang) -> Option<String> {
    let days = dated(track, lang);
    if days.is_empty() {
        return None;
    }
    let mut file = String::new();
    let mut line = |text: &str| push_folded(&mut file, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(lang.pick("PRODID:-//zhice//zhice//ZH", "PRODID:-//zhice//zhice//EN"));
    for one in &days {
        line("BEGIN:VEVENT");
        line(&format!("UID:{}/{}/{}@zhice", track.pack.file.id, track.track.id, one.id));
        line(&format!("DTSTAMP:{}T000000Z", basic(as_of)));
        line(&format!("DTSTART;VALUE=DATE:{}", basic(one.day)));
        if let Some(next) = one.day.next() {
            line(&format!("DTEND;VALUE=DATE:{}", basic(next)));
        }
        line(&format!("SUMMARY:{}", escaped(&summary(track, one, lang))));
        line(&format!("DESCRIPTION:{}", escaped(&description(track, one, lang))));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    Some(file)
}

fn step(step: &ProcedureStep, lang: Lang) -> Option<Dated> {
    let actor = format!("{}{}", lang.pick("办理单位：", "Who acts: "), step.actor.get(lang));
    let when = step.when.as_ref().map(|when| when.get(lang).to_owned());
    Some(Dated {
        id: format!("step/{}", step.id),
        day: step.due?,
        title: step.title.get(lang).to_owned(),
        note: [actor].into_iter().chain(when).collect::<Vec<_>>().join("\n"),
        items: Vec::new(),
        cites: vec![step.cite.clone()],
    })
}

/// One day for all indicators that share a deadline.
fn deadlines(track: TrackRef<'_>, lang: Lang) -> Vec<Dated> {
    let deadlines = each_once(track.track.indicators.iter().filter_map(|indicator| indicator.by));
    deadlines.into_iter().filter_map(|by| deadline(track, by, lang)).collect()
}

fn deadline(track: TrackRef<'_>, by: Deadline, lang: Lang) -> Option<Dated> {
    let due = track.track.indicators.iter().filter(|indicator| indicator.by == Some(by));
    let items: Vec<String> = due.clone().map(|indicator| indicator.title.get(lang).to_owned()).collect();
    let cites = each_once(due.map(|indicator| indicator.cite.clone()));
    let title = match (items.as_slice(), lang) {
        ([only], Lang::Zh) => format!("期限：{only}"),
        ([only], Lang::En) => format!("Deadline: {only}"),
        (all, Lang::Zh) => format!("自我评价 {} 项内容的期限", all.len()),
        (all, Lang::En) => format!("Deadline of {} items of the self-evaluation", all.len()),
    };
    Some(Dated { id: format!("by/{by}"), day: by.last_day()?, title, note: taken_as(by, lang), items, cites })
}

fn each_once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut seen, item| {
        if !seen.contains(&item) {
            seen.push(item);
        }
        seen
    })
}

/// A document that gives a year means its last day.
fn taken_as(by: Deadline, lang: Lang) -> String {
    match (by, lang) {
        (Deadline::Day(_), _) => String::new(),
        (Deadline::Year(year), Lang::Zh) => format!("文件只写到{year}年，按当年12月31日计算。"),
        (Deadline::Year(year), Lang::En) => format!("The document gives the year {year} only; its last day is taken."),
    }
}

/// The end of the trial and of the period of the document itself.
fn term(track: TrackRef<'_>, lang: Lang) -> impl Iterator<Item = Dated> {
    let dates = &track.pack.file.standing;
    let ends = [
        ("trial-until", dates.trial_until, lang.pick("文件试用期届满", "The trial of the document ends")),
        ("period-until", dates.period_until, lang.pick("文件实施期届满", "The term of the document ends")),
    ];
    ends.into_iter().filter_map(move |(id, day, title)| {
        Some(Dated {
            id: id.to_owned(),
            day: day?,
            title: title.to_owned(),
            note: dates.note.get(lang).to_owned(),
            items: Vec::new(),
            cites: vec![dates.cite.clone()],
        })
    })
}

fn summary(track: TrackRef<'_>, one: &Dated, lang: Lang) -> String {
    format!("{}{}{}", track.pack.file.title.get(lang), lang.pick("：", ": "), one.title)
}

fn description(track: TrackRef<'_>, one: &Dated, lang: Lang) -> String {
    let file = &track.pack.file;
    let label = |cite: &String| track.pack.clause(cite).map_or(cite.clone(), |clause| clause.label(lang).to_owned());
    let clauses: Vec<String> = one.cites.iter().map(label).collect();
    let source = format!(
        "{}{}{}{}",
        lang.pick("依据：", "Source: "),
        document(&file.document, lang),
        lang.pick("", ", "),
        lang.list(&clauses)
    );
    let note = Some(one.note.clone()).filter(|note| !note.is_empty());
    let items = one.items.iter().map(|item| format!("- {item}"));
    let reference =
        lang.pick("仅供参考，以主管部门通知为准。", "For reference only; what the authority announces is what holds.");
    let lines = note.into_iter().chain(items).chain([source, reference.to_owned()]);
    lines.collect::<Vec<_>>().join("\n")
}

/// `YYYYMMDD`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line of at most 75 octets; what is longer goes on in the next one, after a blank. No character is split, and a
/// line does not end with a blank, because some readers drop it there.
fn push_folded(file: &mut String, line: &str) {
    const OCTETS: usize = 75;
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > OCTETS {
            let carried = if file.ends_with(' ') { file.pop() } else { None };
            file.push_str("\r\n ");
            file.extend(carried);
            width = 1 + carried.map_or(0, char::len_utf8);
        }
        file.push(c);
        width += c.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(line: &str) -> String {
        let mut file = String::new();
        push_folded(&mut file, line);
        file
    }

    #[test]
    fn what_means_something_in_a_calendar_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne:f"), "a\\,b\\;c\\\\d\\ne:f");
    }

    #[test]
    fn a_line_of_75_octets_stays_whole() {
        let whole = "知".repeat(25);
        assert_eq!(folded(&whole), format!("{whole}\r\n"));
        assert_eq!(folded(&format!("{whole}a")), format!("{whole}\r\n a\r\n"));
        assert_eq!(folded(&format!("{} b", "a".repeat(74))), format!("{}\r\n  b\r\n", "a".repeat(74)));
        assert_eq!(folded(&format!("a{whole}")), format!("a{}\r\n 知\r\n", "知".repeat(24)));
    }

    proptest! {
        #[test]
        fn any_line_unfolds_to_itself(line in "[^\r\n]{0,200}") {
            let folded = folded(&line);
            let lines: Vec<&str> = folded.strip_suffix("\r\n").unwrap().split("\r\n").collect();
            prop_assert!(lines.iter().all(|line| line.len() <= 75));
            prop_assert!(lines.iter().skip(1).all(|line| line.starts_with(' ')));
            prop_assert_eq!(folded.replace("\r\n ", ""), line + "\r\n");
        }

        #[test]
        fn any_text_reads_back(text in "[a-z知\\\\,;:\n]{0,40}") {
            let mut read = String::new();
            let value = escaped(&text);
            let mut rest = value.chars();
            while let Some(c) = rest.next() {
                prop_assert!(!matches!(c, '\n' | ',' | ';'));
                let taken = if c == '\\' { rest.next() } else { None };
                read.push(match taken { Some('n') => '\n', Some(other) => other, None => c });
            }
            prop_assert_eq!(read, text);
        }
    }
}
