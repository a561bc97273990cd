using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Photos;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Scanning;

namespace WaaS.Logistics.Returns.KeepPhoto;

/// <summary>The photo a scan was read from is kept as evidence. Nothing of it is unpacked here: its kind and size are in its first bytes.</summary>
internal sealed class KeepPhoto(ReturnsDb db, BlobStore blobs, PhotoSignal signal)
{
    public const int MaxMegabytes = 15;
    public const int MaxMegapixels = 40;
    private const int MaxCodes = 50;
    private const int MaxPhotos = 10;

    public async Task<KeepPhotoAnswer> Handle(Guid sessionId, Guid scanId, KeepPhotoRequest request, CancellationToken cancel)
    {
        var header = Look(request);
        if (!await db.Scans.AnyAsync(row => row.Id == scanId && row.SessionId == sessionId, cancel))
            throw RefusedException.NotFound("scan", scanId.ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(request.Photo));
        if (await db.Photos.CountAsync(row => row.ScanId == scanId && row.Sha256 != hash, cancel) >= MaxPhotos)
            throw new RefusedException("too-many-photos", $"This scan has {MaxPhotos} photos already. Nothing was kept.", 409, "photo", MaxPhotos);
        // Before the row: a crash in between leaves bytes nobody names, never a name without bytes.
        await blobs.Put(request.Photo, cancel);
        var answer = await db.Once(request.OpId, "keep-photo", new { sessionId, scanId, hash, request.Codes }, () => Keep(scanId, request, header, hash, cancel), [ReturnsDb.OnePhoto], cancel);
        signal.Wake();
        return answer;
    }

    private async Task<KeepPhotoAnswer> Keep(Guid scanId, KeepPhotoRequest request, PhotoHeader header, string hash, CancellationToken cancel)
    {
        var photo = await db.Photos.AsNoTracking().FirstOrDefaultAsync(row => row.ScanId == scanId && row.Sha256 == hash, cancel);
        if (photo is null)
            db.Photos.Add(photo = new Photo
            {
                ScanId = scanId,
                Sha256 = hash,
                ContentType = header.ContentType,
                Bytes = request.Photo.Length,
                Width = header.Width,
                Height = header.Height,
                Codes = Photo.Write(request.Codes),
                Actor = db.Origin.Actor,
                ActorName = db.Origin.ActorName,
                At = db.Now,
            });
        return new KeepPhotoAnswer(photo.Id, hash, photo.ContentType, photo.Width, photo.Height);
    }

    private static PhotoHeader Look(KeepPhotoRequest request)
    {
        if (request.Photo.Length > MaxMegabytes << 20)
            throw new RefusedException("photo-too-large", $"The photo has {request.Photo.Length >> 20} MB; at most {MaxMegabytes} are kept. Take it with fewer pixels.", 413, "photo", MaxMegabytes);
        var header = PhotoHeader.Read(request.Photo)
            ?? throw new RefusedException("no-photo", "This is no photo: its content is neither JPEG, PNG nor WebP, or it is cut off. Nothing was kept.", 400, "photo");
        if (header.Pixels > MaxMegapixels * 1_000_000L)
            throw new RefusedException("photo-too-many-pixels", $"The photo has {header.Width} x {header.Height} pixels; at most {MaxMegapixels} million are kept. Take it with fewer.", 400, "photo", header.Width, header.Height, MaxMegapixels);
        if (request.Codes.Count > MaxCodes)
            throw RefusedException.Invalid("codes", $"There are {request.Codes.Count} codes; a photo is kept with at most {MaxCodes}.", request.Codes.Count, MaxCodes).Worded("photo-codes");
        if (request.Codes.Any(code => code is null || code.Text.Length is 0 or > Reading.MaxLength || code.SymbologyIdentifier.Length > 4))
            throw RefusedException.Invalid("codes", $"Each code has a text of 1 to {Reading.MaxLength} characters and a symbology identifier such as ]C1.", Reading.MaxLength).Worded("photo-code");
        return header;
    }
}
