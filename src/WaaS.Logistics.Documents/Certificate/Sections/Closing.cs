using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf.Attachments;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate.Sections;

/// <summary>Who, through whose hands, by which clauses, and how to check it.</summary>
internal static class Closing
{
    public static void Draw(PageFlow flow, CertificatePdfInput input, IReadOnlyList<EmbeddedFile> attachments, Words words)
    {
        People(flow, input.People, words);
        Custody(flow, input.Custody, words);
        new Section(flow, words["section.destination"], words.Absent)
            .Row(words["destination.destination"], input.Destination.Destination)
            .Row(words["destination.labelsRemoved"], words.YesNo(input.Destination.LabelsRemoved))
            .Row(words["destination.releasedAt"], words.Moment(input.Destination.ReleasedAt));
        Standards(flow, input.Standards, words);
        Integrity(flow, input.Integrity, attachments, words);
    }

    private static void People(PageFlow flow, PeopleDetails people, Words words)
    {
        _ = new Section(flow, words["section.people"], words.Absent);
        Column[] columns =
        [
            new(words["people.role"], 80, TextStyle.Label),
            new(words["people.name"], 130, TextStyle.Body),
            new(words["people.title"], 120, TextStyle.Body),
            new(words["people.contact"], 130, TextStyle.Body),
            new(words["people.trainedOn"], 80, TextStyle.Body),
        ];
        (string Role, PersonDetails? Person)[] roles =
            [("people.operator", people.Operator), ("people.verifier", people.Verifier), ("people.releaser", people.Releaser)];
        Table.Draw(flow, columns, roles.Select(role => (IReadOnlyList<string>)
        [
            words[role.Role],
            words.OrAbsent(role.Person?.Name),
            words.OrAbsent(role.Person?.Title),
            words.OrAbsent(role.Person?.Contact),
            words.OrAbsent(words.Day(role.Person?.TrainedOn)),
        ]));
    }

    private static void Custody(PageFlow flow, IReadOnlyList<HandOver> custody, Words words)
    {
        var section = new Section(flow, words["section.custody"], words.Absent);
        if (custody.Count == 0)
        {
            section.Row(words["custody.row"], null);
            return;
        }
        Column[] columns =
        [
            new(words["custody.at"], 125, TextStyle.Body),
            new(words["custody.from"], 105, TextStyle.Body),
            new(words["custody.to"], 105, TextStyle.Body),
            new(words["custody.seal"], 75, TextStyle.Body),
            new(words["custody.place"], 90, TextStyle.Body),
        ];
        Table.Draw(flow, columns, custody.Select(hand => (IReadOnlyList<string>)
        [
            words.OrAbsent(words.Moment(hand.At)),
            words.OrAbsent(hand.From),
            words.OrAbsent(hand.To),
            words.OrAbsent(hand.Seal),
            words.OrAbsent(hand.Place),
        ]));
    }

    private static void Standards(PageFlow flow, IReadOnlyList<StandardClause> standards, Words words)
    {
        var section = new Section(flow, words["section.standards"], words.Absent);
        if (standards.Count == 0)
        {
            section.Row(words["standards.row"], null);
            return;
        }
        Column[] columns =
            [new(words["standards.clause"], 166, TextStyle.Body), new(words["standards.fulfilment"], 328, TextStyle.Body)];
        Table.Draw(flow, columns, standards.Select(standard =>
            (IReadOnlyList<string>)[words.OrAbsent(standard.Clause), words.OrAbsent(standard.Fulfilment)]));
    }

    private static void Integrity(PageFlow flow, IntegrityDetails integrity, IReadOnlyList<EmbeddedFile> attachments, Words words)
    {
        var attached = attachments.Count == 0 ? words["integrity.noAttachments"] : string.Join(", ", attachments.Select(file => file.Name));
        new Section(flow, words["section.integrity"], words.Absent)
            .Code(words["integrity.evidenceSha256"], integrity.EvidenceSha256)
            .Code(words["integrity.evidenceKeyId"], integrity.EvidenceKeyId)
            .Code(words["integrity.reportSha256"], integrity.ReportSha256)
            .Row(words["integrity.reportSignatureValid"], words.YesNo(integrity.ReportSignatureValid))
            .Code(words["integrity.certificateSha256"], integrity.CertificateSha256)
            .Code(words["integrity.certificateKeyId"], integrity.CertificateKeyId)
            .Row(words["integrity.signatureAlgorithm"], integrity.SignatureAlgorithm)
            .Row(words["integrity.logPosition"], integrity.LogPosition)
            .Code(words["integrity.logRoot"], integrity.LogRoot)
            .Row(words["integrity.attachments"], attached)
            .Link(words["integrity.verificationAddress"], integrity.VerificationAddress)
            .Note(words["integrity.note"]);
    }
}
