using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Platform.Web;
using WaaS.Logistics.Returns.Data;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;

namespace WaaS.Logistics.Returns.Overview;

/// <summary>Return orders as people look at them.</summary>
internal sealed class FindOrders(ReturnsDb db, FindPhotos photos)
{
    public const int PageSize = 200;

    /// <param name="query">Part of an order's number, contract or customer, or of an expected serial.</param>
    public async Task<IReadOnlyList<OrderRow>> Board(string? query, OrderState? state, int skip, CancellationToken cancel)
    {
        var orders = db.Orders.AsNoTracking();
        if (state is { } wanted)
            orders = orders.Where(order => order.State == wanted);
        if (!string.IsNullOrWhiteSpace(query))
        {
            var part = query.Trim().ToUpperInvariant();
            orders = orders.Where(order => order.Number.Contains(part) || order.Customer.ToUpper().Contains(part) || order.ContractNumber != null && order.ContractNumber.ToUpper().Contains(part)
                || db.Expected.Any(row => row.OrderId == order.Id && row.SerialKey.Contains(part)));
        }
        return await Rows(orders.OrderBy(order => order.State == OrderState.Closed || order.State == OrderState.Cancelled).ThenByDescending(order => order.OpenedAt).Skip(skip).Take(PageSize)).ToListAsync(cancel);
    }

    public async Task<OrderTwin> Twin(string number, CancellationToken cancel)
    {
        var order = await Rows(db.Orders.AsNoTracking().Where(row => row.Number == number)).SingleOrDefaultAsync(cancel) ?? throw RefusedException.NotFound("return order", number);
        var devices = await db.Expected.AsNoTracking().Where(row => row.OrderId == order.Id).OrderBy(row => row.State).ThenBy(row => row.Serial).ToListAsync(cancel);
        var receipts = await (from receipt in db.Receipts.AsNoTracking().Where(row => row.OrderId == order.Id && row.State != ReceiptState.Undone)
                              join place in db.Places on receipt.PlaceId equals place.Id
                              select new { receipt.DeviceId, receipt.Cycle, receipt.ReceivedAt, place.Code }).ToDictionaryAsync(row => row.DeviceId, cancel);
        return new OrderTwin(
            order,
            [.. devices.Select(row => receipts.GetValueOrDefault(row.DeviceId) is var got && row.State == ExpectedState.Received && got is not null
                ? new ExpectedRow(row.DeviceId, row.Manufacturer, row.Model, row.Serial, row.State, got.Code, got.ReceivedAt, got.Cycle)
                : new ExpectedRow(row.DeviceId, row.Manufacturer, row.Model, row.Serial, row.State, null, null, null))],
            await db.Quarantines.AsNoTracking().Where(row => row.OrderId == order.Id && row.State == QuarantineState.Standing).OrderBy(row => row.At)
                .Select(row => new QuarantineRow(row.Id, row.DeviceId, row.OrderNumber, row.Manufacturer, row.Model, row.Serial, row.Outcome, row.Reason, row.Place, row.At)).ToListAsync(cancel),
            [.. (await db.Parcels.AsNoTracking().Include(row => row.Shipment).Where(row => row.Shipment.OrderId == order.Id).OrderBy(row => row.Number).ToListAsync(cancel))
                .Select(row => new ParcelRow(row.Id, row.Number, row.Shipment.Carrier, row.Tracking, row.Label.ToString(), row.ArrivedAt, row.ArrivedBy, row.ArrivedPlace))],
            await db.Sessions.AsNoTracking().Where(row => row.OrderId == order.Id).OrderBy(row => row.OpenedAt)
                .Select(row => new SessionRow(row.Id, row.Number, order.Number, row.StationName, row.OpenedBy, row.OpenedAt, row.ClosedAt, row.ClosedBy)).ToListAsync(cancel),
            await new FindDiscrepancies(db).OfOrder(order.Id, cancel),
            await photos.OfOrder(order.Id, cancel));
    }

    private IQueryable<OrderRow> Rows(IQueryable<ReturnOrder> orders) => orders.Select(order => new OrderRow(
        order.Id, order.Number, order.Customer, order.ContractNumber, order.DueOn, order.State, order.OpenedAt, order.Owner,
        db.Expected.Count(row => row.OrderId == order.Id && row.State != ExpectedState.Withdrawn),
        db.Expected.Count(row => row.OrderId == order.Id && row.State == ExpectedState.Received),
        db.Expected.Count(row => row.OrderId == order.Id && row.State == ExpectedState.Missing),
        db.Parcels.Count(row => row.Shipment.OrderId == order.Id),
        db.Parcels.Count(row => row.Shipment.OrderId == order.Id && row.ArrivedAt != null),
        db.Discrepancies.Count(row => row.OrderId == order.Id && row.State == DiscrepancyState.Open)));
}
