using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.IntegrationTests.Platform;
using WaaS.Logistics.Platform.Photos;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.KeepPhoto;
using WaaS.Logistics.Returns.Overview;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Testbed;
using Xunit;

namespace WaaS.Logistics.IntegrationTests.Returns;

/// <summary>The photo a scan was read from: kept as it came, read again by the server in a process of its own, shown with both answers.</summary>
public abstract class When_a_photo_is_kept(IStack stack) : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenEmpty(stack);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task It_stands_at_its_scan_with_what_the_browser_and_the_server_found()
    {
        var (session, scan, serial) = await Scanned();
        var (photo, opId) = (LabelPicture.Png((LabelPicture.Code128, serial), (LabelPicture.DataMatrix, "21L6S0AB00")), Guid.NewGuid());
        PhotoCode[] codes = [new(serial, "]C0"), new("21L6S0AB00", "]d1")];
        var kept = await Keep(session, scan, photo, codes, opId);
        Assert.Equal(kept, await Keep(session, scan, photo, codes, opId));
        Assert.Equal(kept.PhotoId, (await Keep(session, scan, photo, codes)).PhotoId);
        await CheckAll();

        var view = await _desk.Call((FindPhotos find) => find.View(kept.PhotoId, default));
        Assert.Equal((PhotoCheckOutcome.Same, serial, "image/png", 1280, 720), (view.Photo.Check!.Value, view.Photo.Serial, view.ContentType, view.Width, view.Height));
        Assert.Equal(codes.ToHashSet(), view.Found.ToHashSet());
        Assert.Equal(photo, (await _desk.Call((FindPhotos find) => find.File(kept.PhotoId, default))).Bytes);
        Assert.Equal(kept.PhotoId, Assert.Single((await _desk.Call((FindSessions find) => find.View(session, default))).Photos).Id);
        Assert.Equal(kept.PhotoId, Assert.Single((await _desk.Call((FindOrders find) => find.Twin(view.Order, default))).Photos).Id);
    }

    [Fact]
    public async Task A_difference_is_flagged_and_corrects_nothing()
    {
        var (session, scan, serial) = await Scanned();
        var photo = LabelPicture.Png((LabelPicture.Code128, serial), (LabelPicture.DataMatrix, "SEEN"));
        var more = await Keep(session, scan, photo, [new(serial, "]C0")]);
        var other = await Keep(session, scan, LabelPicture.Png((LabelPicture.Code128, "OTHER")), [new(serial, "]C0")]);
        var cut = await Keep(session, scan, photo[..(photo.Length / 3)], [new(serial, "]C0")]);
        await CheckAll();
        foreach (var (id, outcome) in new[] { (more.PhotoId, PhotoCheckOutcome.More), (other.PhotoId, PhotoCheckOutcome.Different), (cut.PhotoId, PhotoCheckOutcome.Damaged) })
            Assert.Equal(outcome, (await _desk.Call((FindPhotos find) => find.View(id, default))).Photo.Check);
        var found = await _desk.Call((FindPhotos find) => find.View(other.PhotoId, default));
        Assert.Equal((serial, "OTHER"), (Assert.Single(found.Said).Text, Assert.Single(found.Found).Text));
        Assert.Equal(serial, (await _desk.Returns(db => db.Scans.SingleAsync(row => row.Id == scan))).Serial);
        await Assert.ThrowsAnyAsync<Exception>(() => _desk.Returns(db => db.Photos.Where(row => row.Id == other.PhotoId).ExecuteUpdateAsync(row => row.SetProperty(photo => photo.Codes, "[]"))));
        await Assert.ThrowsAnyAsync<Exception>(() => _desk.Returns(db => db.Set<PhotoCheck>().Where(row => row.PhotoId == other.PhotoId).ExecuteDeleteAsync()));
    }

    [Theory]
    [InlineData("no-photo", "page")]
    [InlineData("no-photo", "nothing")]
    [InlineData("no-photo", "cut")]
    [InlineData("photo-too-many-pixels", "bomb")]
    [InlineData("photo-too-large", "large")]
    [InlineData("invalid-codes", "codes")]
    [InlineData("not-found", "scan")]
    public async Task What_may_not_be_kept_leaves_nothing(string rule, string what)
    {
        var (session, scan, serial) = await Scanned();
        var photo = LabelPicture.Png((LabelPicture.DataMatrix, serial));
        var sent = what switch
        {
            "page" => "<html><script>alert(1)</script></html>"u8.ToArray(),
            "nothing" => [],
            "cut" => photo[..20],
            "bomb" => LabelPicture.Claiming(20_000, 20_000),
            "large" => [.. photo, .. new byte[16 << 20]],
            _ => photo,
        };
        PhotoCode[] codes = what == "codes" ? [new("", "]C0")] : [new(serial, "]C0")];
        var before = await _desk.Returns(db => db.Photos.CountAsync());
        Assert.Equal(rule, (await Assert.ThrowsAsync<RefusedException>(() => Keep(session, what == "scan" ? Guid.NewGuid() : scan, sent, codes))).Rule);
        Assert.Equal(before, await _desk.Returns(db => db.Photos.CountAsync()));
    }

    [Fact]
    public async Task Several_stations_sending_one_photo_keep_it_once()
    {
        var (session, scan, serial) = await Scanned();
        var photo = LabelPicture.Png((LabelPicture.DataMatrix, serial));
        var kept = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Keep(session, scan, photo, [new(serial, "]d1")])));
        Assert.Single(kept.Select(answer => answer.PhotoId).Distinct());
        Assert.Equal(1, await _desk.Returns(db => db.Photos.CountAsync(row => row.ScanId == scan)));
    }

    private async Task<(Guid Session, Guid Scan, string Serial)> Scanned()
    {
        var serial = $"PH-{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        var (session, _, _) = await _desk.Expect(serial);
        return (session, (await _desk.Scan(session, serial)).ScanId!.Value, serial);
    }

    private Task<KeepPhotoAnswer> Keep(Guid session, Guid scan, byte[] photo, PhotoCode[] codes, Guid? opId = null) =>
        _desk.Call((KeepPhoto keep) => keep.Handle(session, scan, new KeepPhotoRequest(opId ?? Guid.NewGuid(), photo, codes), default));

    private async Task CheckAll()
    {
        while (await _desk.Call((CheckPhoto check) => check.Next(default)))
        {
        }
    }
}

public sealed class When_a_photo_is_kept_on_sqlite() : When_a_photo_is_kept(new EmbeddedStack());

public sealed class When_a_photo_is_kept_on_postgres(PostgresStack stack) : When_a_photo_is_kept(stack), IClassFixture<PostgresStack>;
