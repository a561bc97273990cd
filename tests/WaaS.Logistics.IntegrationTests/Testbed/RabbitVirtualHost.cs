using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using RabbitMQ.Client;
using Xunit;

namespace WaaS.Logistics.Testbed;

/// <summary>A fresh virtual host on the run's RabbitMQ; as a class fixture one for each class. Deleted at the end with its queues.</summary>
public sealed class RabbitVirtualHost : IAsyncLifetime
{
    private readonly string _name = "waas-" + Guid.NewGuid().ToString("N");
    private readonly HttpClient _api;

    public RabbitVirtualHost() : this(TestServers.RabbitMq, TestServers.RabbitMqApi)
    {
    }

    internal RabbitVirtualHost(Uri amqp, Uri api)
    {
        Address = new Uri(amqp, _name);
        _api = new HttpClient { BaseAddress = new UriBuilder(api) { UserName = "", Password = "" }.Uri };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(api.UserInfo))));
    }

    /// <summary>amqp address with user and virtual host, as ConnectionStrings:RabbitMq takes it.</summary>
    public Uri Address { get; }

    public async ValueTask InitializeAsync()
    {
        (await _api.PutAsJsonAsync($"vhosts/{_name}", new { })).EnsureSuccessStatusCode();
        var user = Uri.UnescapeDataString(Address.UserInfo.Split(':')[0]);
        (await _api.PutAsJsonAsync($"permissions/{_name}/{user}", new { configure = ".*", write = ".*", read = ".*" })).EnsureSuccessStatusCode();
    }

    /// <summary>Messages ready in a queue, at this moment, asked of the queue itself.</summary>
    internal async Task<long> Ready(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    /// <summary>Every queue by name. Counts are those of the broker's last sample, a few seconds old, and 0 before the first one.</summary>
    internal async Task<IReadOnlyDictionary<string, RabbitQueue>> Queues()
    {
        var queues = await _api.GetFromJsonAsync<RabbitQueue[]>($"queues/{_name}");
        return queues!.ToDictionary(queue => queue.Name);
    }

    /// <summary>Closes every client's connection from the broker's side, as an operator or a network would.</summary>
    internal async Task<int> CloseConnections()
    {
        var connections = await _api.GetFromJsonAsync<Connection[]>($"vhosts/{_name}/connections");
        foreach (var connection in connections!)
            using (var response = await _api.DeleteAsync($"connections/{Uri.EscapeDataString(connection.Name)}"))
                if (response.StatusCode != HttpStatusCode.NotFound)
                    response.EnsureSuccessStatusCode();
        return connections.Length;
    }

    public async ValueTask DisposeAsync()
    {
        using (_api)
        using (var response = await _api.DeleteAsync($"vhosts/{_name}"))
            response.EnsureSuccessStatusCode();
    }

    private sealed record Connection(string Name);
}

internal sealed record RabbitQueue(
    string Name,
    string Type,
    bool Durable,
    long Messages,
    [property: JsonPropertyName("messages_unacknowledged")] long Unacknowledged,
    int Consumers);
