using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Erasure;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(CarrierLabel))]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class ErasureJson : JsonSerializerContext;
