using Microsoft.EntityFrameworkCore;
using WaaS.Logistics.Messages.Rentals;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Sanitization.Data;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Sanitization.HoldDevice;

/// <summary>A device that came back although its contract goes on belongs to its customer, with everything on it.</summary>
internal sealed class HoldOnContractExtended(SanitizationDb db, PlaceHold place) : Consumer<ContractExtended, SanitizationDb>(db)
{
    protected override async Task Apply(ContractExtended happened, Received received, CancellationToken cancel)
    {
        foreach (var deviceId in (happened.DeviceIds ?? []).Distinct())
        {
            var known = await Db.Holds.AnyAsync(hold => hold.DeviceId == deviceId && hold.Kind == HoldKind.ExtensionAgreed && hold.EndsOn >= happened.NewEnd && hold.LiftedAt == null, cancel);
            if (known)
                continue;
            Db.Holds.Add(new WipeHold(deviceId, HoldKind.ExtensionAgreed, Saying.Of(SaidWord.ContractGoesOn, happened.ContractNumber), happened.NewEnd, Actor.Of(received.Origin), Db.Now));
            await place.NoteOnOrders(deviceId, cancel);
        }
    }
}
