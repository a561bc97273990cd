using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Photos;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Overview;

/// <param name="Check">Absent until the server has looked at it.</param>
public sealed record PhotoRow(Guid Id, Guid ScanId, Guid? DeviceId, string Serial, string By, DateTime At, PhotoCheckOutcome? Check);

/// <summary>A photo with what the browser said and what the server found.</summary>
public sealed record PhotoView(
    PhotoRow Photo, string Order, string Sha256, string ContentType, int Bytes, int Width, int Height,
    IReadOnlyList<PhotoCode> Said, IReadOnlyList<PhotoCode> Found, DateTime? CheckedAt);

internal sealed class FindPhotos(ReturnsDb db, BlobStore blobs)
{
    public async Task<IReadOnlyList<PhotoRow>> OfOrder(Guid order, CancellationToken cancel) =>
        await Rows(db.Scans.Where(scan => scan.OrderId == order)).ToListAsync(cancel);

    public async Task<IReadOnlyList<PhotoRow>> OfSession(Guid session, CancellationToken cancel) =>
        await Rows(db.Scans.Where(scan => scan.SessionId == session)).ToListAsync(cancel);

    public async Task<PhotoView> View(Guid id, CancellationToken cancel)
    {
        var photo = await Photo(id, cancel);
        var check = await db.Set<PhotoCheck>().AsNoTracking().SingleOrDefaultAsync(row => row.PhotoId == id, cancel);
        var scan = await db.Scans.AsNoTracking().SingleAsync(row => row.Id == photo.ScanId, cancel);
        var order = await db.Orders.Where(row => row.Id == scan.OrderId).Select(row => row.Number).SingleAsync(cancel);
        return new PhotoView(new PhotoRow(photo.Id, scan.Id, scan.DeviceId, scan.Serial, photo.ActorName, photo.At, check?.Outcome), order, photo.Sha256, photo.ContentType, photo.Bytes, photo.Width, photo.Height,
            Receiving.Photo.Read(photo.Codes), Receiving.Photo.Read(check?.Codes), check?.At);
    }

    /// <exception cref="RefusedException">The file is gone or is not the one that was kept.</exception>
    public async Task<(byte[] Bytes, string ContentType)> File(Guid id, CancellationToken cancel)
    {
        var photo = await Photo(id, cancel);
        try
        {
            return (await blobs.Get(photo.Sha256, cancel), photo.ContentType);
        }
        catch (InvalidDataException e)
        {
            throw new RefusedException("photo-lost", e.Message, 410);
        }
    }

    private async Task<Photo> Photo(Guid id, CancellationToken cancel) =>
        await db.Photos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw RefusedException.NotFound("photo", id.ToString());

    private IQueryable<PhotoRow> Rows(IQueryable<Scan> scans) =>
        from photo in db.Photos.AsNoTracking()
        join scan in scans on photo.ScanId equals scan.Id
        orderby photo.At, photo.Id
        select new PhotoRow(photo.Id, scan.Id, scan.DeviceId, scan.Serial, photo.ActorName, photo.At, photo.Check == null ? null : photo.Check.Outcome);
}
