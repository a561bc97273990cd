using System.Net.Sockets;
using RabbitMQ.Client;

namespace WaaS.Logistics.Platform.Messaging;

/// <summary>
/// A connection to RabbitMQ that always ends when its broker is gone. The client (7.2.2, https://github.com/rabbitmq/rabbitmq-dotnet-client/issues/1930) leaves off writing
/// at the first fault, and who has more to write then waits: it tells its channels one after the other that the connection is lost, waits at each for the deliveries in hand,
/// and a delivery that waits to be acknowledged keeps the news from all channels after it. Their queues get no consumer for minutes, or never again.
/// </summary>
internal sealed class BrokerLine(Socket socket, TimeSpan silence, TimeProvider time) : TcpClientAdapter(socket)
{
    /// <summary>Heartbeats without an answer after which nobody is there.</summary>
    private const int Unanswered = 3;

    public static void Use(ConnectionFactory factory, TimeProvider time) => factory.SocketFactory = family =>
        new BrokerLine(new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, Unanswered * factory.RequestedHeartbeat, time);

    public override NetworkStream GetStream() => new BrokerStream(Client, silence, time);
}
