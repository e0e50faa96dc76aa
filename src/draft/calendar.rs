//! The days of a track as a calendar file (RFC 5545).

use crate::model::{AsOf, Date, Lang, Period};
use crate::pack::load::TrackRef;
use crate::report::{Dated, Recurrence, banner, document, overdue_word};

/// Reminders at nine in the morning, so many days before; an all-day event begins at midnight.
const REMINDERS: [&str; 2] = ["-P29DT15H", "-P6DT15H"];

/// What the calendar file is called.
pub fn calendar_name(track: TrackRef<'_>) -> String {
    format!("zhice-{}-{}.ics", track.pack.file.id, track.track.id)
}

/// The days as a calendar file; `None` where there are none.
pub fn calendar(track: TrackRef<'_>, days: &[Dated], as_of: AsOf, lang: Lang) -> Option<String> {
    if days.is_empty() {
        return None;
    }
    let mut file = Writer { track, as_of, lang, text: String::new() };
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line(lang.pick("PRODID:-//zhice//zhice//ZH", "PRODID:-//zhice//zhice//EN"));
    for one in days {
        file.event(one, &one.id, one.day);
        // Without a rule that says when it comes again, each day is an event of its own.
        if one.recurrence.is_none() {
            one.again.iter().for_each(|day| file.event(one, &format!("{}/{day}", one.id), *day));
        }
    }
    file.line("END:VCALENDAR");
    Some(file.text)
}

struct Writer<'a> {
    track: TrackRef<'a>,
    as_of: AsOf,
    lang: Lang,
    text: String,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        push_folded(&mut self.text, line);
    }

    fn event(&mut self, one: &Dated, id: &str, day: Date) {
        let (track, lang) = (self.track, self.lang);
        let summary = summary(track, one, lang);
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}/{}/{id}@zhice", track.pack.file.id, track.track.id));
        self.line(&format!("DTSTAMP:{}T000000Z", basic(self.as_of)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", basic(day)));
        if let Some(next) = day.next() {
            self.line(&format!("DTEND;VALUE=DATE:{}", basic(next)));
        }
        if let Some(recurrence) = one.recurrence {
            self.line(&rule(recurrence));
        }
        self.line(&format!("SUMMARY:{}", escaped(&summary)));
        self.line(&format!("DESCRIPTION:{}", escaped(&description(track, one, self.as_of, lang))));
        self.line("TRANSP:TRANSPARENT");
        let reminders = if day < self.as_of { Default::default() } else { REMINDERS.as_slice() };
        for trigger in reminders {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.line(&format!("TRIGGER:{trigger}"));
            self.line(&format!("DESCRIPTION:{}", escaped(&summary)));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }
}

fn rule(Recurrence { every, until }: Recurrence) -> String {
    let (unit, interval) = match every {
        Period::Days(days) => ("DAILY", days),
        Period::Months(months) => ("MONTHLY", months),
        Period::Years(years) => ("YEARLY", years),
    };
    let until = until.map(|until| format!(";UNTIL={}", basic(until))).unwrap_or_default();
    let interval = if interval == 1 { String::new() } else { format!(";INTERVAL={interval}") };
    format!("RRULE:FREQ={unit}{interval}{until}")
}

fn summary(track: TrackRef<'_>, one: &Dated, lang: Lang) -> String {
    format!("{}{}{}", track.pack.file.title.get(lang), lang.pick("：", ": "), one.title)
}

fn description(track: TrackRef<'_>, one: &Dated, as_of: AsOf, lang: Lang) -> String {
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
    let overdue = one.overdue.then(|| {
        let (day, word) = (as_of.in_prose(lang), overdue_word(lang));
        match lang {
            Lang::Zh => format!("截至{day}{word}。"),
            Lang::En => format!("As of {day}: {word}."),
        }
    });
    let note = Some(one.note.clone()).filter(|note| !note.is_empty());
    let items = one.items.iter().map(|item| format!("- {item}"));
    let reference =
        lang.pick("仅供参考，以主管部门通知为准。", "For reference only; what the authority announces is what holds.");
    let lines = banner(file, as_of, lang)
        .into_iter()
        .chain(overdue)
        .chain(note)
        .chain(one.reckoning.iter().cloned())
        .chain(items)
        .chain([source, reference.to_owned()]);
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
