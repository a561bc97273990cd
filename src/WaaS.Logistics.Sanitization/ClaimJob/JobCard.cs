using WaaS.Logistics.Proof.StationContract;
using WaaS.Logistics.Sanitization.Orders;
using WaaS.Logistics.Sanitization.Policies;

namespace WaaS.Logistics.Sanitization.ClaimJob;

internal static class JobCard
{
    public static Job Of(WipeOrder order, WipeJob job, PolicyRule rule, DateTime leaseUntil) => new()
    {
        JobId = job.Id,
        OrderId = order.ReturnOrderId,
        DeviceId = order.DeviceId,
        DeviceSerial = order.Serial,
        Manufacturer = order.Manufacturer,
        Model = order.Model,
        Slot = job.SlotName,
        CarrierSerial = job.CarrierSerial,
        ProcedureKey = rule.ProcedureKey,
        Steps = rule.OrderedSteps,
        Passes = rule.Passes,
        RequiredLevel = rule.RequiredLevel,
        Medium = rule.Media is null ? null : job.Medium,
        ProtectionNeed = job.ProtectionNeed,
        Verification = rule.Verification,
        PolicyId = job.PolicyId,
        PolicyVersion = job.PolicyVersion,
        LeaseUntil = new DateTimeOffset(leaseUntil, TimeSpan.Zero),
        Customer = new Dictionary<string, string>
        {
            ["customer"] = order.Customer,
            ["contract"] = order.ContractNumber ?? "–",
            ["returnOrder"] = order.OrderNumber,
            ["protectionNeed"] = order.ProtectionNeed,
        },
    };
}
