using System.Text.Json;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Photos;

namespace WaaS.Logistics.Returns.Receiving;

/// <summary>The photo a scan was read from. A fact: it is never changed; what the server found in it is a <see cref="PhotoCheck"/>.</summary>
internal sealed class Photo
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ScanId { get; init; }

    /// <summary>Of the file as it came, and its name in the blob store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>By its content.</summary>
    public required string ContentType { get; init; }

    public required int Bytes { get; init; }

    /// <summary>Pixels, as the header says.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>What the browser found in it, as JSON.</summary>
    public required string Codes { get; init; }

    public required string Actor { get; init; }
    public required string ActorName { get; init; }
    public required DateTime At { get; init; }
    public PhotoCheck? Check { get; init; }

    public static string Write(IReadOnlyList<PhotoCode> codes) => JsonSerializer.Serialize(codes, ServiceDb.EventJson);

    public static IReadOnlyList<PhotoCode> Read(string? codes) => codes is null ? [] : JsonSerializer.Deserialize<PhotoCode[]>(codes, ServiceDb.EventJson)!;
}

/// <summary>What the server found in a photo, beside what the browser said. It corrects nothing.</summary>
internal sealed class PhotoCheck
{
    public required Guid PhotoId { get; init; }
    public required PhotoCheckOutcome Outcome { get; init; }

    /// <summary>What was found until it ended, as JSON.</summary>
    public required string Codes { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>How the server's look at a photo compares with the browser's.</summary>
public enum PhotoCheckOutcome
{
    Same,

    /// <summary>All the browser's codes, and others.</summary>
    More,

    /// <summary>A code of the browser's was not found.</summary>
    Different,

    /// <summary>The photo is cut off, damaged or too much to be read to its end; there may be more codes in it.</summary>
    Damaged,

    TimedOut,

    /// <summary>The reader ended without an answer.</summary>
    Unread,

    /// <summary>The file is gone from the blob store, or is not the one that was kept.</summary>
    Lost,
}
