using System.Text.Json.Serialization;
using WaaS.Logistics.Proof.Json;

namespace WaaS.Logistics.Proof.Levels;

/// <summary>How far the data is out of reach (NIST SP 800-88, IEEE 2883), in rising order. What is not known counts less than nothing done.</summary>
[JsonConverter(typeof(StrictEnumConverter<SanitizationLevel>))]
public enum SanitizationLevel
{
    /// <summary>Not determined; never enough for anything.</summary>
    Unknown,

    /// <summary>Nothing that counts was done: the data can be read.</summary>
    None,

    /// <summary>Out of reach of what the interface offers.</summary>
    Clear,

    /// <summary>Out of reach of a laboratory.</summary>
    Purge,
}

/// <summary>Which text says what a technique is worth.</summary>
[JsonConverter(typeof(StrictEnumConverter<LevelStandard>))]
public enum LevelStandard
{
    /// <summary>NIST SP 800-88 Rev. 2 (2025), which leaves the techniques to IEEE 2883-2022.</summary>
    NistR2,

    /// <summary>IEEE 2883-2022.</summary>
    Ieee2883,

    /// <summary>NIST SP 800-88 Rev. 1, appendix A; withdrawn on 2025-09-26.</summary>
    NistR1,
}
