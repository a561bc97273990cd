using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Certificates;

/// <summary>Generated reading and writing of certificates; strict.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(StrictTimeConverter), typeof(StrictTextConverter)])]
[JsonSerializable(typeof(SignedCertificate))]
[JsonSerializable(typeof(CertificateDocument))]
internal sealed partial class CertificateJson : JsonSerializerContext;
