//! Packs and words held to what each document says and does not say. A list beside this file names every article of
//! a document, one a line, and in columns what that article decides: who leads and who recommends, which boundaries and
//! areas are to be stated, when the document holds, which papers are asked for. What stands in no column, nobody adds.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its files has nothing to go on with")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use zhice::draft::Field;
use zhice::model::Lang;
use zhice::pack::programme::Dates;
use zhice::pack::{Condition, Pack, builtin};
use zhice::report::period;

const COLUMNS: &str = "clause | leads | recommends | boundaries | term | papers";

/// What applicants are asked about where the zone lies and how large it is.
const EXTENT: [&str; 4] = ["zone.boundary_east", "zone.area_km2", "zone.multi_site", "zone.core_area_m2"];

/// One article, and what it decides.
#[derive(Debug, Default)]
struct Article {
    cite: String,
    leads: Option<String>,
    recommends: Option<String>,
    boundaries: Vec<String>,
    term: Option<String>,
    papers: Vec<String>,
}

fn articles(pack: &Pack) -> Vec<Article> {
    let list = format!("tests/articles/{}.txt", pack.file.id);
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&list));
    let text = text.unwrap_or_else(|_| panic!("{list}: list every article and paragraph of the document, one a line"));
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    assert_eq!(lines.next(), Some(COLUMNS), "{list}");
    lines.map(|line| article(line).unwrap_or_else(|| panic!("{list}: `{line}` has other columns"))).collect()
}

/// An article alone decides nothing of the kind.
fn article(line: &str) -> Option<Article> {
    let columns: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let said = |column: &str| (column != "-").then(|| column.to_owned());
    let ids = |column: &str| said(column).iter().flat_map(|ids| ids.split(' ')).map(str::to_owned).collect();
    match columns.as_slice() {
        [cite] => Some(Article { cite: (*cite).to_owned(), ..Article::default() }),
        [cite, leads, recommends, boundaries, term, papers] => Some(Article {
            cite: (*cite).to_owned(),
            leads: said(leads),
            recommends: said(recommends),
            boundaries: ids(boundaries),
            term: said(term),
            papers: ids(papers),
        }),
        _ => None,
    }
}

#[test]
fn every_article_of_a_document_is_a_clause_of_its_pack() {
    let mut wrong = Vec::new();
    for pack in builtin::all() {
        let articles = articles(&pack);
        let listed: Vec<&str> = articles.iter().map(|article| article.cite.as_str()).collect();
        let clauses: Vec<&str> = pack.file.clauses.iter().map(|clause| clause.cite.as_str()).collect();
        wrong.extend(apart(&listed, &clauses).map(|why| format!("{}: {why}", pack.file.id)));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_department_leads_only_where_the_document_says_so() {
    for pack in builtin::all() {
        let articles = articles(&pack);
        let id = &pack.file.id;
        let any = articles.iter().any(|article| article.leads.is_some());
        assert_eq!(pack.file.first_department_leads, any, "{id}: whether the first department leads");
        assert!(any || !words(&pack).contains("牵头"), "{id}: a 牵头 that the document does not name");
        for indicator in pack.file.tracks.iter().flat_map(|track| &track.indicators) {
            let article = articles.iter().find(|article| article.cite == indicator.cite).expect("a cited article");
            let leads = indicator.departments.first().filter(|_| any);
            assert_eq!(leads, article.leads.as_ref().filter(|_| leads.is_some()), "{id}: who leads {}", indicator.id);
        }
    }
}

#[test]
fn somebody_recommends_only_where_the_document_says_so() {
    for pack in builtin::all() {
        let listed: BTreeSet<(String, String)> =
            articles(&pack).into_iter().filter_map(|article| Some((article.cite, article.recommends?))).collect();
        let mut found = BTreeSet::new();
        for track in &pack.file.tracks {
            let steps = track.procedure.iter().filter(|step| step.recommends);
            let steps: Vec<(String, String)> = steps.map(|step| (step.cite.clone(), step.id.clone())).collect();
            let asked = Field::asked(track).any(|field| field == Field::RecommendingBody);
            assert_eq!(asked, !steps.is_empty(), "{} {}: a place for whoever recommends", pack.file.id, track.id);
            found.extend(steps);
        }
        assert_eq!(found, listed, "{}", pack.file.id);
    }
}

#[test]
fn boundaries_and_areas_are_required_only_where_the_document_says_so_and_else_called_usual() {
    for pack in builtin::all() {
        let id = &pack.file.id;
        let listed: BTreeSet<(String, String)> = articles(&pack)
            .into_iter()
            .flat_map(|article| article.boundaries.into_iter().map(move |fact| (article.cite.clone(), fact)))
            .collect();
        let required: BTreeSet<&str> = listed.iter().map(|(_, fact)| fact.as_str()).collect();
        for (cite, fact) in &listed {
            let fact = pack.fact(fact).unwrap_or_else(|| panic!("{id}: `{fact}` is not asked"));
            assert_eq!(&fact.cite, cite, "{id}: where `{}` is required", fact.id);
        }
        let conditions = pack.file.tracks.iter().flat_map(|track| &track.conditions);
        let judged: BTreeSet<&str> = conditions.flat_map(|condition| Condition::facts(&condition.needs)).collect();
        for fact in EXTENT.iter().filter_map(|fact| pack.fact(fact)) {
            let help = fact.help.as_ref().filter(|help| help.zh.contains("通常") && help.en.contains("usually"));
            let is_required = required.contains(fact.id.as_str());
            assert_eq!(help.is_none(), is_required, "{id}: whether `{}` is called usual", fact.id);
            assert!(is_required || !judged.contains(fact.id.as_str()), "{id}: `{}` decides something", fact.id);
        }
    }
}

#[test]
fn a_term_is_given_only_where_the_document_states_one() {
    for pack in builtin::all() {
        let (id, dates) = (&pack.file.id, &pack.file.standing);
        let listed: Vec<(String, String)> =
            articles(&pack).into_iter().filter_map(|article| Some((article.cite, article.term?))).collect();
        assert_eq!(listed, [(dates.cite.clone(), term(dates))], "{id}");
        let open = dates.trial_until.or(dates.period_until).is_none();
        assert_eq!(period(dates, Lang::Zh).contains("未写明有效期"), open, "{id}");
        assert_eq!(period(dates, Lang::En).contains("no term stated"), open, "{id}");
    }
}

/// A term as the lists have it.
fn term(dates: &Dates) -> String {
    let end = |what: &str, day: Option<_>| day.map(|day: zhice::model::Date| format!(", {what} {day}"));
    let ends = [end("trial until", dates.trial_until), end("until", dates.period_until)];
    format!(
        "from {}{}",
        dates.in_force.map(|day| day.to_string()).unwrap_or_default(),
        ends.into_iter().flatten().collect::<String>()
    )
}

#[test]
fn papers_are_asked_for_only_where_the_document_names_them() {
    for pack in builtin::all() {
        let listed: BTreeSet<(String, String)> = articles(&pack)
            .into_iter()
            .flat_map(|article| article.papers.into_iter().map(move |paper| (article.cite.clone(), paper)))
            .collect();
        let materials = pack.file.tracks.iter().flat_map(|track| &track.materials);
        let found: BTreeSet<(String, String)> =
            materials.map(|material| (material.cite.clone(), material.id.clone())).collect();
        assert_eq!(found, listed, "{}", pack.file.id);
    }
}

/// Everything a pack says, as it is written.
fn words(pack: &Pack) -> String {
    serde_json::to_string(&pack.file).expect("a pack is JSON")
}

/// How a list of clauses departs from the list of articles.
fn apart(articles: &[&str], clauses: &[&str]) -> Option<String> {
    let without = |these: &[&str], those: &[&str]| -> Vec<String> {
        these.iter().filter(|one| !those.contains(one)).map(|one| format!("`{one}`")).collect()
    };
    let (missing, extra) = (without(articles, clauses), without(clauses, articles));
    if !missing.is_empty() || !extra.is_empty() {
        return Some(format!("missing [{}], extra [{}]", missing.join(", "), extra.join(", ")));
    }
    if let Some((article, clause)) = articles.iter().zip(clauses).find(|(article, clause)| article != clause) {
        return Some(format!("`{clause}` stands where `{article}` should"));
    }
    (articles.len() != clauses.len()).then(|| "one of them stands twice".to_owned())
}

#[test]
fn lists_of_clauses_that_depart_are_told_apart() {
    let articles = ["1", "2", "3"];
    for (clauses, why) in [
        (vec!["1", "2", "3"], None),
        (vec!["1", "3"], Some("missing [`2`], extra []")),
        (vec!["1", "2", "4", "3"], Some("missing [], extra [`4`]")),
        (vec!["1", "3", "2"], Some("`3` stands where `2` should")),
        (vec!["1", "2", "3", "3"], Some("one of them stands twice")),
    ] {
        assert_eq!(apart(&articles, &clauses).as_deref(), why, "{clauses:?}");
    }
}
