//! Function order: those that look alike stand side by side, where a compressor sees that they do. The module does the
//! same, and travels in a twenty-fifth less.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

use crate::failure::Failure;

/// So many bytes of a function are compared at a time (shingles).
const SHINGLE: usize = 4;

/// What stands in more functions than this is in the nature of code, and makes no two of them alike.
const COMMON: usize = 300;

/// Fewer shingles in common are chance.
const ALIKE: usize = 3;

/// The module with its functions in the order in which each follows the one most like it.
pub fn ordered(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let unread = |error: &dyn std::fmt::Display| Failure::of(format!("the functions cannot be ordered: {error}"));
    let Functions { imported, bodies } = Functions::of(module).map_err(|error| unread(&error))?;
    let order = chain(&bodies);
    let mut place = vec![0; order.len()];
    for (now, before) in (0..).zip(&order) {
        if let Some(place) = place.get_mut(*before) {
            *place = now;
        }
    }
    let mut made = Module::new();
    Ordering { imported, order, place }
        .parse_core_module(&mut made, Parser::new(0), module)
        .map_err(|error| unread(&error))?;
    let made = made.finish();
    wasmparser::validate(&made).map_err(|error| unread(&error))?;
    Ok(made)
}

/// The functions of a module.
pub struct Functions<'m> {
    /// How many it imports: its own are numbered after these.
    pub imported: u32,
    /// The bytes of its own.
    pub bodies: Vec<&'m [u8]>,
}

impl<'m> Functions<'m> {
    pub fn of(module: &'m [u8]) -> wasmparser::Result<Self> {
        let (mut imported, mut bodies) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(Self { imported, bodies })
    }
}

/// A function of the module.
struct Own<'m> {
    /// Its number among the module's own.
    at: usize,
    size: usize,
    shingles: HashSet<&'m [u8]>,
    is_left: Cell<bool>,
    /// So many shingles it has in common with the one that is looked at.
    common: Cell<usize>,
}

/// The order: from the largest on always the one most alike (greedy nearest neighbour); where none is, the largest left.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let all: Vec<Own> = bodies.iter().enumerate().map(|(at, body)| Own::new(at, body)).collect();
    let mut shared: HashMap<&[u8], Vec<&Own>> = HashMap::new();
    for own in &all {
        for shingle in &own.shingles {
            shared.entry(shingle).or_default().push(own);
        }
    }
    shared.retain(|_, having| (2..=COMMON).contains(&having.len()));
    let mut largest: Vec<&Own> = all.iter().collect();
    largest.sort_by_key(|own| Reverse(own.size));
    let mut largest = largest.into_iter();
    let mut order = Vec::with_capacity(all.len());
    let mut next = largest.next();
    while let Some(own) = next {
        order.push(own.at);
        own.is_left.set(false);
        next = own.most_alike(&shared).or_else(|| largest.find(|own| own.is_left.get()));
    }
    order
}

impl<'m> Own<'m> {
    fn new(at: usize, body: &'m [u8]) -> Self {
        let (is_left, common) = (Cell::new(true), Cell::new(0));
        Self { at, size: body.len(), shingles: body.windows(SHINGLE).collect(), is_left, common }
    }

    /// The one of those left that has the largest part of both their shingles in common with it (Jaccard).
    fn most_alike<'f>(&self, shared: &HashMap<&'m [u8], Vec<&'f Self>>) -> Option<&'f Self> {
        let mut met: Vec<&Self> = Vec::new();
        let having = self.shingles.iter().filter_map(|shingle| shared.get(shingle)).flatten();
        for other in having.filter(|other| other.is_left.get()) {
            if other.common.replace(other.common.get() + 1) == 0 {
                met.push(other);
            }
        }
        let counted = met.into_iter().map(|other| (other.common.take(), other));
        let part = |(common, other): &(usize, &Self)| (*common, self.shingles.len() + other.shingles.len() - common);
        let alike = counted.filter(|(common, _)| *common >= ALIKE);
        let most = alike.max_by(|one, other| {
            let ((common, all), (its, of)) = (part(one), part(other));
            (common * of).cmp(&(its * all)).then(other.1.at.cmp(&one.1.at))
        });
        most.map(|(_, other)| other)
    }
}

/// Writes a module anew with its own functions in another order.
struct Ordering {
    imported: u32,
    /// Which function comes when, by its number among the module's own.
    order: Vec<usize>,
    /// When a function comes.
    place: Vec<u32>,
}

impl Ordering {
    fn in_order<T: Clone>(&self, all: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|at| all.get(*at).cloned()).collect()
    }
}

impl Reencode for Ordering {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let own = function.checked_sub(self.imported).and_then(|own| self.place.get(own as usize));
        Ok(own.map_or(function, |place| self.imported + place))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<wasmparser::Result<Vec<u32>>>()?;
        for one in self.in_order(&types) {
            let one = self.type_index(one)?;
            functions.function(one);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<wasmparser::Result<Vec<FunctionBody<'_>>>>()?;
        for body in self.in_order(&bodies) {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_stands_side_by_side() {
        let bodies: [&[u8]; 5] = [b"one, two, three", b"----====++++", b"one, two, four", b"....", b"----====++++!"];
        assert_eq!(chain(&bodies), [0, 2, 4, 1, 3]);
    }
}
