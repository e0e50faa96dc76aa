//! What the people who run the server read and paste.

use super::Place;
use super::version::Version;
use super::web::Asset;
use crate::failure::Failure;
use crate::files;

/// Each with the places it leaves open in double braces.
const TEMPLATES: [(&str, &str); 3] = [
    ("csp.txt", include_str!("../../dist/csp.txt")),
    ("nginx.conf", include_str!("../../dist/nginx.conf")),
    ("tag.html", include_str!("../../dist/tag.html")),
];

/// The policy everything runs under.
const POLICY: &str = include_str!("../../dist/csp.txt");

/// The topics in `docs` that are about a portal.
const TOPICS: [&str; 2] = ["installing", "embedding"];

/// Writes the papers of this version beside what goes on the server.
pub fn write(place: &Place, version: &Version, loader: &Asset) -> Result<(), Failure> {
    let filled = [
        ("version", version.number.as_str()),
        ("policy", POLICY.trim_end()),
        ("loader", &loader.name),
        ("integrity", &loader.integrity),
    ];
    for (name, template) in TEMPLATES {
        let fill = |text: String, (key, value): &(&str, &str)| text.replace(&format!("{{{{{key}}}}}"), value);
        files::write(&place.output.join(name), filled.iter().fold(template.to_owned(), fill))?;
    }
    let docs = place.sources.join("docs");
    for guide in files::list(&docs)? {
        if TOPICS.iter().any(|topic| guide.to_string_lossy().starts_with(&format!("{topic}."))) {
            files::copy(&docs.join(&guide), &place.output.join(&guide))?;
        }
    }
    Ok(())
}
