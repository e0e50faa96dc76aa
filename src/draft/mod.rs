//! The application draft: what the applicant adds, the file that comes out, and its verification.

pub mod application;
pub mod build;
pub mod calendar;
pub mod credit_code;
pub mod difference;
pub mod docx;
pub mod dossier;
pub mod field;
pub mod inputs;
pub mod markdown;
pub mod merge;
pub mod paper;
pub mod path;
pub mod phone;
pub mod run;
pub mod section;
pub mod verification;
pub mod verify;
pub mod words;

pub use build::{Draft, build};
pub use calendar::{calendar, calendar_name};
pub use difference::Difference;
pub use docx::docx;
pub use dossier::{Dossier, MaterialState};
pub use field::{Field, FieldError, FieldNote};
pub use inputs::Inputs;
pub use markdown::markdown;
pub use paper::Paper;
pub use run::{Run, runs};
pub use section::{Room, Section};
pub use verification::VerificationReport;
pub use verify::{Verification, VerifyError, verify};
