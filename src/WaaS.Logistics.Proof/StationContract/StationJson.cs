using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.StationContract;

/// <summary>Generated reading and writing of everything between station and server; strict: an unknown member, a missing one or an unknown name is an error, never a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(StrictTimeConverter)])]
[JsonSerializable(typeof(EnrollRequest))]
[JsonSerializable(typeof(EnrollReply))]
[JsonSerializable(typeof(ClaimJobRequest))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobPlan))]
[JsonSerializable(typeof(HoldCheckReply))]
[JsonSerializable(typeof(HeartbeatRequest))]
[JsonSerializable(typeof(HeartbeatReply))]
[JsonSerializable(typeof(StepSubmission))]
[JsonSerializable(typeof(StepReply))]
[JsonSerializable(typeof(SeedReply))]
[JsonSerializable(typeof(EvidenceSubmission))]
[JsonSerializable(typeof(EvidenceReply))]
[JsonSerializable(typeof(StationReport))]
[JsonSerializable(typeof(StationReportReply))]
[JsonSerializable(typeof(BootStatement))]
[JsonSerializable(typeof(BootEnrollRequest))]
[JsonSerializable(typeof(BootEnrollReply))]
[JsonSerializable(typeof(OwnJobRequest))]
[JsonSerializable(typeof(OwnJob))]
[JsonSerializable(typeof(RunJournal))]
[JsonSerializable(typeof(RunJournalReply))]
[JsonSerializable(typeof(CutOffRequest))]
[JsonSerializable(typeof(CutOffErase))]
[JsonSerializable(typeof(IReadOnlyList<BayReport>))]
[JsonSerializable(typeof(string))]
public sealed partial class StationJson : JsonSerializerContext;
