using SkiaSharp;
using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate.Sections;

/// <summary>What the certificate says, in one box.</summary>
internal static class Headline
{
    public static void Draw(PageFlow flow, CertificatePdfInput input, Words words)
    {
        var (colour, sign, headline) = Answer(input);
        var (carrier, work) = (input.Carrier, input.Sanitization);
        var name = string.Join(' ', new[] { carrier.Manufacturer, carrier.Model }.Where(part => !string.IsNullOrWhiteSpace(part)));
        List<string> lines =
        [
            words.Format("verdict.carrier", words.OrAbsent(name), words.OrAbsent(carrier.SerialReported ?? carrier.SerialOnLabel)),
            words.Format("verdict.level", words.OrAbsent(words.Of(work.RequiredLevel)), words.OrAbsent(words.Of(work.AchievedLevel)),
                words.OrAbsent(words.Of(input.Verification.Result))),
        ];
        if (colour == Palette.Good && input.Standards.Any(standard => standard.Clause.StartsWith("CON.6", StringComparison.Ordinal)))
            lines.Add(words["verdict.con6"]);
        Verdict.Draw(flow, colour, sign, words[headline], lines);
    }

    private static (SKColor Colour, string Sign, string Headline) Answer(CertificatePdfInput input) => input switch
    {
        { Identity.Standing: CertificateStanding.Revoked } => (Palette.Stop, "✗", "verdict.revoked"),
        { Identity.Standing: CertificateStanding.Superseded } => (Palette.Look, "!", "verdict.superseded"),
        { Validation.Decision: Decision.Rejected } => (Palette.Stop, "✗", "verdict.rejected"),
        { Validation.Decision: Decision.Accepted, Destruction: not null } => (Palette.Good, "✓", "verdict.destroyed"),
        { Validation.Decision: Decision.Accepted } => (Palette.Good, "✓", "verdict.accepted"),
        _ => (Palette.Look, "!", "verdict.undecided"),
    };
}
