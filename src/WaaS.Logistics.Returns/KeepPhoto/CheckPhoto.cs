using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Photos;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.KeepPhoto;

/// <summary>Looks at a kept photo with the server's own decoder and puts down what it found, once. A difference is shown to people and corrects nothing.</summary>
internal sealed class CheckPhoto(ReturnsDb db, BlobStore blobs, IReadPhotos reader, ILogger<CheckPhoto> log)
{
    /// <returns>Whether there was a photo to look at.</returns>
    public async Task<bool> Next(CancellationToken cancel)
    {
        var photo = await db.Photos.AsNoTracking().Where(row => row.Check == null).OrderBy(row => row.At).ThenBy(row => row.Id).FirstOrDefaultAsync(cancel);
        if (photo is null)
            return false;
        var (outcome, codes) = await Look(photo, cancel);
        db.Add(new PhotoCheck { PhotoId = photo.Id, Outcome = outcome, Codes = Photo.Write(codes), At = db.Now });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task<(PhotoCheckOutcome, IReadOnlyList<PhotoCode>)> Look(Photo photo, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = await blobs.Get(photo.Sha256, cancel);
        }
        catch (InvalidDataException e)
        {
            log.LogWarning("Photo {Photo} cannot be checked: {Why}", photo.Id, e.Message);
            return (PhotoCheckOutcome.Lost, []);
        }
        var reading = await reader.Read(bytes, cancel);
        var outcome = Compare(Photo.Read(photo.Codes), reading);
        if (outcome != PhotoCheckOutcome.Same)
            log.LogWarning("Photo {Photo} of scan {Scan}: {Outcome} {Detail}", photo.Id, photo.ScanId, outcome, reading.Detail);
        return (outcome, reading.Codes);
    }

    internal static PhotoCheckOutcome Compare(IReadOnlyList<PhotoCode> said, PhotoReading reading)
    {
        var (saidAll, foundAll) = (said.ToHashSet(), reading.Codes.ToHashSet());
        return reading.End switch
        {
            PhotoReadingEnd.TimedOut => PhotoCheckOutcome.TimedOut,
            PhotoReadingEnd.Ended => PhotoCheckOutcome.Unread,
            PhotoReadingEnd.Damaged => PhotoCheckOutcome.Damaged,
            _ when saidAll.SetEquals(foundAll) => PhotoCheckOutcome.Same,
            _ when saidAll.IsSubsetOf(foundAll) => PhotoCheckOutcome.More,
            _ => PhotoCheckOutcome.Different,
        };
    }
}
