using System.Net;
using System.Net.Sockets;
using System.Text;
using Dxtra.Functions.Embedded.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Functions.Embedded.Tests.Http;

public sealed class StreamingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Gates _gates = new();

    [Fact]
    public async Task A_response_goes_out_as_it_is_written()
    {
        await using var app = await StartAsync();

        using var response = await app.Client.GetAsync("api/down", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var first = new byte[5];
        await body.ReadExactlyAsync(first).AsTask().WaitAsync(Patience);
        _gates.Second.SetResult();
        using var rest = new StreamReader(body);

        Assert.Equal("first", Encoding.ASCII.GetString(first));
        Assert.Equal("second", await rest.ReadToEndAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_request_comes_in_as_it_is_sent()
    {
        await using var app = await StartAsync();

        var response = await app.Client.PostAsync("api/up", new GatedContent(_gates.Second.Task)).WaitAsync(Patience);

        Assert.Equal("firstsecond", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_function_is_cancelled_when_the_caller_goes_away()
    {
        await using var app = await StartAsync();
        using var caller = new CancellationTokenSource();

        var call = app.Client.GetAsync("api/wait", caller.Token);
        await _gates.Entered.Task.WaitAsync(Patience);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await _gates.Cancelled.Task.WaitAsync(Patience);
        Assert.DoesNotContain(app.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_of_30_MB_passes()
    {
        await using var app = await StartAsync();
        using var content = new ByteArrayContent(new byte[30_000_000]);

        var response = await app.Client.PostAsync("api/count", content);

        Assert.Equal("30000000", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_over_100_MiB_is_refused_before_it_is_sent()
    {
        await using var app = await StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
        await using var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/count HTTP/1.1\r\nHost: test\r\nContent-Length: {(100 << 20) + 1}\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync().WaitAsync(Patience));
    }

    private Task<TestApp> StartAsync() =>
        TestApp.StartAsync(typeof(Streams), builder => builder.Services.AddSingleton(_gates));

    internal sealed class Gates
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Second { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Sends its second half when the gate opens.</summary>
    private sealed class GatedContent(Task gate) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("first"u8.ToArray());
            await stream.FlushAsync();
            await gate;
            await stream.WriteAsync("second"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    internal sealed class Streams(Gates gates)
    {
        [Function("Down")]
        public async Task Down([HttpTrigger("get")] HttpRequest request)
        {
            var response = request.HttpContext.Response;
            await response.WriteAsync("first");
            await response.Body.FlushAsync();
            await gates.Second.Task;
            await response.WriteAsync("second");
        }

        [Function("Up")]
        public async Task<IResult> Up([HttpTrigger("post")] HttpRequest request)
        {
            var first = new byte[5];
            await request.Body.ReadExactlyAsync(first);
            gates.Second.SetResult();
            using var rest = new StreamReader(request.Body);
            return Results.Text(Encoding.ASCII.GetString(first) + await rest.ReadToEndAsync());
        }

        [Function("Wait")]
        public async Task Wait([HttpTrigger("get")] HttpRequest request, FunctionContext context, CancellationToken ct)
        {
            Assert.Equal(ct, context.CancellationToken);
            Assert.Equal(ct, request.HttpContext.RequestAborted);
            gates.Entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                gates.Cancelled.SetResult();
            }
        }

        [Function("Count")]
        public static async Task<IResult> Count([HttpTrigger("post")] HttpRequest request)
        {
            var (buffer, total) = (new byte[81920], 0L);
            for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
                total += read;
            return Results.Text(total.ToString());
        }
    }
}
