namespace WaaS.Logistics.Pictures;

/// <summary>What was found in a picture, and what went wrong. Both can be: a photo that is cut off may still show a code.</summary>
/// <param name="Error">A sentence; <c>null</c> when the whole picture was read, with or without a code in it.</param>
public sealed record PictureAnswer(IReadOnlyList<FoundCode> Codes, string? Error)
{
    internal static PictureAnswer Fail(string error) => new([], error);
}
