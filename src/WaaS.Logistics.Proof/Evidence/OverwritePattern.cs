using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Evidence;

/// <summary>What an overwrite pass writes.</summary>
[JsonConverter(typeof(StrictEnumConverter<OverwritePattern>))]
public enum OverwritePattern
{
    /// <summary>A random stream (BSI CON.6.A12 asks for one on unencrypted carriers).</summary>
    Random,

    /// <summary>Bytes 00.</summary>
    Zeros,

    /// <summary>Bytes FF.</summary>
    Ones,
}
