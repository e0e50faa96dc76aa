//! The application draft: what the applicant adds, the file that comes out, and its verification.

pub mod application;
pub mod build;
pub mod calendar;
pub mod credit_code;
pub mod docx;
pub mod dossier;
pub mod field;
pub mod markdown;
pub mod paper;
pub mod phone;
pub mod verify;
pub mod words;

pub use build::{Inputs, build};
pub use calendar::{Dated, calendar, dated};
pub use docx::docx;
pub use dossier::{Dossier, MaterialState};
pub use field::{Field, FieldError};
pub use markdown::markdown;
pub use paper::Paper;
pub use verify::{DraftInputs, Report, VerifyError, verify};
