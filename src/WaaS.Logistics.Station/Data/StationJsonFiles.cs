using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Station.Data;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Enrolment))]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(RunState))]
internal sealed partial class StationJsonFiles : JsonSerializerContext;
