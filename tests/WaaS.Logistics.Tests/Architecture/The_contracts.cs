using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaaS.Logistics.Custody.DeviceLife;
using WaaS.Logistics.Host;
using WaaS.Logistics.Host.Commands;
using WaaS.Logistics.Messages;
using WaaS.Logistics.Platform.Messaging;
using WaaS.Logistics.Platform.Services;
using WaaS.Logistics.Refurbishment;
using WaaS.Logistics.Rentals;
using WaaS.Logistics.Resale;
using WaaS.Logistics.Returns;
using WaaS.Logistics.Returns.Orders;
using WaaS.Logistics.Returns.Receiving;
using WaaS.Logistics.Sanitization;
using WaaS.Logistics.Sayings;

namespace WaaS.Logistics.Tests.Architecture;

/// <summary>What other installations, other versions and other programs rely on: a change is a visible difference in a text file.</summary>
public sealed class The_contracts
{
    [Fact]
    public async Task Queue_names_are_approved()
    {
        var folder = Directory.CreateTempSubdirectory("waas-contracts-");
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration["Waas:Data"] = folder.FullName;
            await using var host = ProductHost.Build(builder);
            Source.Approve("queues.txt", string.Concat(host.App.Services.GetRequiredService<Topology>().Queues.Select(queue => queue + "\n")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Settings_are_approved() => Source.Approve("settings.txt", string.Concat(
        Catalogue.Services.SelectMany(service => service.Settings).Prepend(new("--urls", CommandLine.DefaultUrl, "addresses, separated by ;")).Concat(PlatformSettings.Known)
            .OrderBy(setting => setting.Key, StringComparer.Ordinal).Select(setting => $"{setting.Key}\n    default: {setting.Default}\n    allowed: {setting.Allowed}\n")));

    [Fact]
    public void Message_shapes_are_approved() => Source.Approve("messages.txt", string.Concat(
        typeof(RentedDevice).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type =>
            $"{type.FullName}\n{string.Concat(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").Select(p => $"    {p.Name}: {Name(p)}\n"))}")));

    [Fact]
    public void Events_against_the_direction_are_approved()
    {
        Type[] direction = [typeof(RentalsService), typeof(ReturnsService), typeof(SanitizationService), typeof(RefurbishmentService), typeof(ResaleService)];
        var order = direction.Select(service => service.Name.Replace("Service", "")).ToList();
        var back =
            from service in direction
            from type in service.Assembly.GetTypes()
            where !type.IsAbstract && EventOf(type) is not null
            let said = EventOf(type)!
            let teller = said.Namespace!.Split('.')[^1]
            where order.IndexOf(teller) > order.IndexOf(service.Name.Replace("Service", ""))
            select $"{said.Name}: {teller} -> {service.Name.Replace("Service", "")}\n";
        Source.Approve("re-entry-events.txt", string.Concat(back.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_event_has_its_word_on_a_devices_life() =>
        Assert.Equal(EventTypes.Of(typeof(RentedDevice).Assembly).All.Select(type => type.Name).Order(StringComparer.Ordinal), Enum.GetNames<FactWord>().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_code_that_receiving_gives_as_outcome_kind_or_reason_has_its_word_on_a_devices_life()
    {
        var given = Enum.GetNames<ScanOutcome>().Except([nameof(ScanOutcome.Expected), nameof(ScanOutcome.Duplicate)]).Concat(Enum.GetNames<ScanReason>()).Concat(Enum.GetNames<DiscrepancyKind>());
        Assert.All(given.Concat(["undone", "settled", "lifted", "damaged", "battery", "stop-list"]), code => Assert.Contains(code.Replace("-", ""), Enum.GetNames<SaidWord>(), StringComparer.OrdinalIgnoreCase));
    }

    private static Type? EventOf(Type? type) => type is null ? null
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Consumer<,>) ? type.GetGenericArguments()[0] : EventOf(type.BaseType);

    private static string Name(PropertyInfo property)
    {
        var nullable = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var name = type.IsGenericType ? $"list of {type.GetGenericArguments()[0].Name}" : type.Name;
        return nullable ? name + "?" : name;
    }
}
