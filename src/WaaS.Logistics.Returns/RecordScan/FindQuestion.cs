using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.RecordScan;

/// <summary>A scan that was answered with a question, by its opId: what was scanned, and what there is to choose from.</summary>
internal sealed class FindQuestion(ReturnsDb db)
{
    public async Task<RecordScanAnswer> Handle(Guid scan, CancellationToken cancel)
    {
        var answer = await db.Set<Operation>().AsNoTracking().Where(row => row.OpId == scan && row.Name == RecordScan.Operation).Select(row => row.Answer).SingleOrDefaultAsync(cancel);
        return answer is not null && JsonSerializer.Deserialize<RecordScanAnswer>(answer, ReturnsDb.EventJson) is { Outcome: null, Asked: not null } question
            ? question : throw RefusedException.NotFound("question", scan.ToString());
    }

    /// <summary>Whether this is one of the serials there were to choose from.</summary>
    public async Task<bool> IsAnsweredBy(Guid scan, string serial, CancellationToken cancel) =>
        (await Handle(scan, cancel)).Choices.Any(choice => DeviceSerial.Key(choice.Serial) == DeviceSerial.Key(serial));

    /// <summary>The same text twice is no slip: then the serial is what the label says.</summary>
    /// <returns>The serial the question was about, where it can be answered so.</returns>
    public async Task<string?> Repeated(Guid scan, string payload, CancellationToken cancel) =>
        await Handle(scan, cancel) is { Reason: ScanReason.LooksAlike } question && question.Asked!.Payload.Trim() == payload.Trim() ? question.Serial : null;
}
