//! What a track is for: an application or a self-evaluation, and whose.

use crate::model::Lang;
use crate::pack::Track;
use crate::pack::track::{Applicant, TrackKind};

/// The kind of body that applies.
pub const fn applicant(applicant: Applicant, lang: Lang) -> &'static str {
    match applicant {
        Applicant::Agency => lang.pick("知识产权服务机构", "IP service agency"),
        Applicant::Zone => lang.pick("集聚区建设单位", "Zone builder"),
        Applicant::Government => lang.pick("政府部门", "Government body"),
        Applicant::Firm => lang.pick("企业", "Enterprise"),
        Applicant::Person => lang.pick("个人", "Individual"),
        Applicant::Bank => lang.pick("金融机构", "Bank or other lender"),
        Applicant::University => lang.pick("高校、科研机构", "University or research institute"),
        Applicant::Association => lang.pick("行业协会、社会组织", "Association"),
    }
}

/// What the draft of a track is.
pub fn draft_title(track: &Track, lang: Lang) -> &'static str {
    match track.kind() {
        TrackKind::Application => lang.pick("申报草稿", "Draft application"),
        TrackKind::Claim => lang.pick("申领草稿", "Draft claim"),
        TrackKind::SelfEvaluation => lang.pick("自评草稿", "Draft self-evaluation"),
        TrackKind::Check => lang.pick("核对草稿", "Draft check"),
    }
}

/// What the body, or the person, that fills it in is called.
pub fn applicant_title(track: &Track, lang: Lang) -> &'static str {
    match (track.kind(), track.applicant) {
        (TrackKind::Application, Applicant::Person) => lang.pick("申报人", "Applicant"),
        (TrackKind::Application, _) => lang.pick("申报单位", "Applicant"),
        (TrackKind::Claim, Applicant::Person) => lang.pick("申领人", "Claimant"),
        (TrackKind::Claim, _) => lang.pick("申领单位", "Claimant"),
        (TrackKind::SelfEvaluation | TrackKind::Check, Applicant::Person) => lang.pick("填报人", "Reporting person"),
        (TrackKind::SelfEvaluation | TrackKind::Check, _) => lang.pick("填报单位", "Reporting body"),
    }
}

/// What that body adds to its answers.
pub fn details_title(track: &Track, lang: Lang) -> &'static str {
    match track.kind() {
        TrackKind::Application => lang.pick("申报信息", "Application details"),
        TrackKind::Claim => lang.pick("申领信息", "Claim details"),
        TrackKind::SelfEvaluation | TrackKind::Check => lang.pick("填报信息", "Report details"),
    }
}
