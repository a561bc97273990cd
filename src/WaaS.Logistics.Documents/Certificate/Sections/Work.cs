using WaaS.Logistics.Documents.Certificate.Input;
using WaaS.Logistics.Documents.Pdf.Typeset;
using WaaS.Logistics.Documents.Pdf.Typeset.Blocks;
using WaaS.Logistics.Documents.Texts;

namespace WaaS.Logistics.Documents.Certificate.Sections;

/// <summary>What was done to the carrier.</summary>
internal static class Work
{
    private const int SectorsPerRow = 6;

    public static void Draw(PageFlow flow, SanitizationDetails work, Words words)
    {
        new Section(flow, words["section.sanitization"], words.Absent)
            .Row(words["sanitization.outcome"], words.Of(work.Outcome))
            .Row(words["sanitization.requiredLevel"], words.Of(work.RequiredLevel))
            .Row(words["sanitization.achievedLevel"], words.Of(work.AchievedLevel))
            .Row(words["sanitization.procedure"], work.Procedure)
            .Row(words["sanitization.technique"], work.Technique)
            .Row(words["sanitization.firmwareCommand"], work.FirmwareCommand)
            .Row(words["sanitization.transitions"], string.Join('\n', work.Transitions))
            .Row(words["sanitization.hiddenAreaHandling"], work.HiddenAreaHandling)
            .Row(words["sanitization.sectorsWritten"], words.Count(work.SectorsWritten))
            .Row(words["sanitization.sectorsFailed"], words.Count(work.SectorsFailed))
            .Row(words["sanitization.reallocated"], words.Count(work.ReallocatedSectors))
            .Row(words["sanitization.bytesErased"], words.Bytes(work.BytesErased))
            .Row(words["sanitization.percent"], words.Percent(work.Percent))
            .Row(words["sanitization.retries"], words.Count(work.Retries))
            .Row(words["sanitization.throughput"], words.Rate(work.Throughput))
            .Row(words["sanitization.exceptions"], Exceptions(work, words))
            .Row(words["sanitization.startedAt"], words.Moment(work.StartedAt))
            .Row(words["sanitization.endedAt"], words.Moment(work.EndedAt))
            .Row(words["sanitization.duration"], words.Duration(work.EndedAt - work.StartedAt))
            .Row(words["sanitization.timeZone"], work.TimeZone)
            .Row(words["sanitization.station"], work.Station)
            .Row(words["sanitization.bootMedium"], work.BootMedium)
            .Row(words["sanitization.tool"], work.Tool)
            .Row(words["sanitization.toolApproval"], work.ToolApproval);
        Passes(flow, work.Passes, words);
        BadSectors(flow, work.BadSectors, words);
    }

    private static string? Exceptions(SanitizationDetails work, Words words) => work.Exceptions switch
    {
        null => null,
        [] => words["sanitization.noExceptions"],
        var all => string.Join('\n', all),
    };

    private static void Passes(PageFlow flow, IReadOnlyList<OverwritePass> passes, Words words)
    {
        if (passes.Count == 0)
            return;
        _ = new Section(flow, words["section.passes"], words.Absent);
        Column[] columns =
        [
            new(words["passes.number"], 52, TextStyle.Body),
            new(words["passes.pattern"], 80, TextStyle.Body),
            new(words["passes.generator"], 78, TextStyle.Body),
            new(words["passes.startedAt"], 139, TextStyle.Body),
            new(words["passes.endedAt"], 139, TextStyle.Body),
            new(words["passes.outcome"], 72, TextStyle.Body),
        ];
        Table.Draw(flow, columns, passes.Select(pass => (IReadOnlyList<string>)
        [
            words.OrAbsent(words.Count(pass.Number)),
            words.OrAbsent(words.Of(pass.Pattern)),
            words.OrAbsent(pass.Generator),
            words.OrAbsent(words.Moment(pass.StartedAt)),
            words.OrAbsent(words.Moment(pass.EndedAt)),
            words.OrAbsent(words.Of(pass.Outcome)),
        ]));
    }

    private static void BadSectors(PageFlow flow, IReadOnlyList<long> sectors, Words words)
    {
        if (sectors.Count == 0)
            return;
        _ = new Section(flow, words.Format("section.badSectors", words.Count(sectors.Count)!), words.Absent);
        var columns = Enumerable.Repeat(new Column("LBA", 1, TextStyle.Code, Numeric: true), SectorsPerRow).ToList();
        Table.Draw(flow, columns, sectors.Chunk(SectorsPerRow).Select(row =>
            (IReadOnlyList<string>)[.. row.Select(sector => words.Count(sector)!), .. Enumerable.Repeat("", SectorsPerRow - row.Length)]));
    }
}
