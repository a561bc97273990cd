using WaaS.Logistics.Platform.Photos;

namespace WaaS.Logistics.Returns.KeepPhoto;

/// <param name="Photo">JPEG, PNG or WebP, as base64.</param>
/// <param name="Codes">What the sender found in it.</param>
internal sealed record KeepPhotoRequest(Guid OpId, byte[] Photo, IReadOnlyList<PhotoCode> Codes);

internal sealed record KeepPhotoAnswer(Guid PhotoId, string Sha256, string ContentType, int Width, int Height);
