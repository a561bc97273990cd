using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaaS.Logistics.Erasure;

/// <summary>
/// What a carrier says of itself. A disk image has no electronics to ask, so a file beside it speaks:
/// <c>IMAGE.carrier.json</c> with serial, model, manufacturer and mediaType.
/// </summary>
public sealed record CarrierLabel
{
    /// <summary>Serial as printed on the carrier.</summary>
    public string? Serial { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Maker.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>hdd, ssd, nvme, usb and the like; null is unknown.</summary>
    public string? MediaType { get; init; }

    /// <summary>The label beside an image; null when there is none.</summary>
    /// <exception cref="TargetRefusedException">There is one that cannot be read.</exception>
    public static CarrierLabel? Beside(string image)
    {
        string path = image + ".carrier.json";
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ErasureJson.Default.CarrierLabel);
        }
        catch (JsonException failed)
        {
            throw new TargetRefusedException(TargetRules.SerialUnknown, $"{path} is not a carrier label: {failed.Message}");
        }
    }
}
