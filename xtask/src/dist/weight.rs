//! What a visitor's browser gets, as it travels, and how much that may be.

use std::fmt;
use std::path::Path;

use serde::Deserialize;

use super::compressed;
use super::web::Asset;
use crate::failure::Failure;
use crate::files;
use crate::paths;

/// How much it may be.
const BUDGET: &str = "xtask/budget.toml";

/// How far above it may still be, in hundredths.
const LEEWAY: f64 = 1.02;

/// The weight of a deliverable, in bytes of brotli.
pub struct Weight {
    /// What comes before an answer has a result, but for packs; what comes after it by itself; what comes when it is first used.
    stages: [Vec<(String, usize)>; 3],
    packs: Vec<(String, usize)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    first: f64,
    all: f64,
}

impl Weight {
    /// Weighs these files of the folder.
    pub fn of(folder: &Path, stages: [Vec<&Asset>; 3], packs: &[&Asset]) -> Result<Self, Failure> {
        let weigh = |assets: &[&Asset]| -> Result<Vec<(String, usize)>, Failure> {
            let one = |asset: &&Asset| {
                let file = compressed::with_ending(&folder.join(&asset.name), compressed::BROTLI);
                Ok((asset.name.clone(), files::read(&file)?.len()))
            };
            assets.iter().map(one).collect()
        };
        let [first, late, used] = stages;
        Ok(Self { stages: [weigh(&first)?, weigh(&late)?, weigh(&used)?], packs: weigh(packs)? })
    }

    /// What comes before an answer has a result, in the programme with the largest pack.
    fn first(&self) -> usize {
        sum(&self.stages[..1].concat()) + self.packs.iter().map(|(_, bytes)| *bytes).max().unwrap_or_default()
    }

    fn all(&self) -> usize {
        sum(&self.stages.concat()) + sum(&self.packs)
    }

    /// The sums alone.
    pub fn in_short(&self) -> String {
        let (first, all) = (kilobytes(self.first()), kilobytes(self.all()));
        format!(
            "{} packs and their index: {first} kB come before an answer has a result, {all} kB in all",
            self.packs.len() - 1
        )
    }

    /// Fails where it is more than it may be.
    pub fn hold(&self) -> Result<(), Failure> {
        let text = files::text(&paths::root().join(BUDGET))?;
        let budget: Budget =
            toml::from_str(&text).map_err(|error| Failure::of(format!("{BUDGET} cannot be read: {error}")))?;
        for (what, bytes, most) in
            [("the first stage", self.first(), budget.first), ("all of it", self.all(), budget.all)]
        {
            if is_over(bytes, most) {
                let what = format!("{what} weighs {} kB, and may weigh {most} kB", kilobytes(bytes));
                let mend = format!("see `cargo xtask size`; what is worth its weight goes into {BUDGET}");
                return Err(Failure::of(what).detail(self.to_string()).help(mend));
            }
        }
        Ok(())
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, late, used] = &self.stages;
        writeln!(
            f,
            "in brotli, with the largest pack, {} kB come before an answer has a result:",
            kilobytes(self.first())
        )?;
        list(f, first)?;
        writeln!(f, "  after that, by itself:")?;
        list(f, late)?;
        writeln!(f, "  when first used:")?;
        list(f, used)?;
        writeln!(f, "  packs:")?;
        list(f, &self.packs)?;
        write!(f, "  all of it: {} kB", kilobytes(self.all()))
    }
}

fn list(f: &mut fmt::Formatter<'_>, files: &[(String, usize)]) -> fmt::Result {
    files.iter().try_for_each(|(name, bytes)| writeln!(f, "  {:>8}  {name}", kilobytes(*bytes)))
}

fn sum(files: &[(String, usize)]) -> usize {
    files.iter().map(|(_, bytes)| bytes).sum()
}

#[expect(clippy::cast_precision_loss, reason = "no file is that large")]
fn is_over(bytes: usize, most: f64) -> bool {
    bytes as f64 > most * 1000.0 * LEEWAY
}

/// In thousands, with one place after the point.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_above_is_borne() {
        assert!(!is_over(102_000, 100.0));
        assert!(is_over(102_001, 100.0));
    }

    #[test]
    fn one_pack_comes_first_and_all_of_them_in_the_end() {
        let file = |bytes| (String::new(), bytes);
        let weight =
            Weight { stages: [vec![file(1_000)], vec![file(200)], vec![file(5)]], packs: vec![file(30), file(40)] };
        assert_eq!((weight.first(), weight.all()), (1_040, 1_275));
    }
}
