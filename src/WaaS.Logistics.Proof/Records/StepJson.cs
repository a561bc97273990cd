using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Records;

/// <summary>Generated reading and writing of step records; strict.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(StrictTimeConverter), typeof(StrictTextConverter)])]
[JsonSerializable(typeof(StepRecord))]
[JsonSerializable(typeof(StepBody))]
[JsonSerializable(typeof(IReadOnlyList<StepRecord>))]
public sealed partial class StepJson : JsonSerializerContext;
