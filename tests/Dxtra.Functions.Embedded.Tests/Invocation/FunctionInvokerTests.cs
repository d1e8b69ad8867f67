using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dxtra.Functions.Embedded.Tests.Invocation;

public sealed class FunctionInvokerTests
{
    private readonly FunctionCatalog _catalog = FunctionCatalog.FromTypes(typeof(Shapes), typeof(StaticShapes));
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<MiddlewarePipeline>()
        .AddSingleton<FunctionInvoker>()
        .AddScoped<Greeting>()
        .AddSingleton<SomeClient>()
        .BuildServiceProvider();

    [Theory]
    [InlineData("Sync", "hello sync")]
    [InlineData("Tasked", "hello tasked")]
    [InlineData("ValueTasked", "hello valuetasked")]
    [InlineData("OfStatic", "static ofstatic")]
    [InlineData("Nothing", null)]
    [InlineData("NothingLater", null)]
    [InlineData("NothingLaterByValue", null)]
    public async Task Results_of_every_return_type_come_out_awaited(string name, string? result) =>
        Assert.Equal(result, await CallAsync(name, _ => name.ToLowerInvariant()));

    [Theory]
    [InlineData("Throws")]
    [InlineData("ThrowsLater")]
    public async Task An_exception_surfaces_as_it_was_thrown(string name)
    {
        var error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => CallAsync(name, _ => "lost"));

        Assert.Equal("lost", error.Message);
    }

    [Fact]
    public async Task Context_token_and_durable_client_are_bound_by_the_runtime_in_any_order()
    {
        using var stop = new CancellationTokenSource();
        var asked = new List<string?>();

        var result = await CallAsync("Everything", parameter => { asked.Add(parameter.Name); return "x"; }, stop.Token);

        Assert.Equal((stop.Token, "x", _services.GetRequiredService<SomeClient>(), "Everything"), result);
        Assert.Equal(["input"], asked);
    }

    [Fact]
    public async Task Null_for_a_parameter_of_a_value_type_is_its_default() =>
        Assert.Equal((0, (int?)null), await CallAsync("Numbers", _ => null));

    [Fact]
    public async Task A_raw_call_runs_on_the_callers_thread_and_hands_the_task_back_unawaited()
    {
        var gate = new TaskCompletionSource<string>();
        var function = _catalog.Find(TriggerKind.Activity, "Waits")!;
        object? returned = null;
        var (caller, callee) = (0, 0);

        await Invoker.InvokeAsync(
            function,
            context =>
            {
                caller = Environment.CurrentManagedThreadId;
                returned = Invoker.Call(function, context, _ => (Func<Task<string>>)(() =>
                {
                    callee = Environment.CurrentManagedThreadId;
                    return gate.Task;
                }));
                return Task.CompletedTask;
            },
            CancellationToken.None);

        Assert.Equal(caller, callee);
        Assert.Same(gate.Task, returned);
    }

    [Fact]
    public async Task Each_run_has_a_scope_that_ends_with_it()
    {
        var scopes = new List<Greeting>();
        var function = _catalog.Find(TriggerKind.Activity, "Sync")!;
        for (var i = 0; i < 2; i++)
        {
            await Invoker.InvokeAsync(
                function,
                context =>
                {
                    scopes.Add(context.InstanceServices.GetRequiredService<Greeting>());
                    Assert.False(scopes[^1].Disposed);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
        }

        Assert.NotSame(scopes[0], scopes[1]);
        Assert.All(scopes, greeting => Assert.True(greeting.Disposed));
    }

    [Fact]
    public async Task The_context_tells_what_runs()
    {
        var function = _catalog.Find(TriggerKind.Activity, "Sync")!;
        var seen = new List<FunctionContext>();
        for (var i = 0; i < 2; i++)
            await Invoker.InvokeAsync(function, context => { seen.Add(context); return Task.CompletedTask; }, CancellationToken.None);

        Assert.Equal("Sync", seen[0].FunctionDefinition.Name);
        Assert.Equal($"{typeof(Shapes).FullName}.Sync", seen[0].FunctionDefinition.EntryPoint);
        Assert.Equal(typeof(Shapes).Assembly.Location, seen[0].FunctionDefinition.PathToAssembly);
        Assert.Equal(seen[0].FunctionId, seen[1].FunctionId);
        Assert.NotEqual(seen[0].InvocationId, seen[1].InvocationId);
    }

    private FunctionInvoker Invoker => _services.GetRequiredService<FunctionInvoker>();

    private async Task<object?> CallAsync(string name, Func<ParameterInfo, object?> bind, CancellationToken ct = default)
    {
        object? result = null;
        var function = _catalog.Find(TriggerKind.Activity, name)!;
        await Invoker.InvokeAsync(function, async context => result = await Invoker.CallAsync(function, context, bind), ct);
        return result;
    }

    internal sealed class Greeting : IDisposable
    {
        public bool Disposed { get; private set; }

        public string Word => "hello";

        public void Dispose() => Disposed = true;
    }

    internal sealed class SomeClient;

    internal sealed class Shapes(Greeting greeting)
    {
        [Function(nameof(Sync))]
        public string Sync([ActivityTrigger] string input) => $"{greeting.Word} {input}";

        [Function(nameof(Tasked))]
        public async Task<string> Tasked([ActivityTrigger] string input)
        {
            await Task.Yield();
            return Sync(input);
        }

        [Function(nameof(ValueTasked))]
        public async ValueTask<string> ValueTasked([ActivityTrigger] string input)
        {
            await Task.Yield();
            return Sync(input);
        }

        [Function(nameof(Nothing))]
        public void Nothing([ActivityTrigger] string input) => Assert.NotNull(input);

        [Function(nameof(NothingLater))]
        public async Task NothingLater([ActivityTrigger] string input)
        {
            await Task.Yield();
            Assert.NotNull(input);
        }

        [Function(nameof(NothingLaterByValue))]
        public async ValueTask NothingLaterByValue([ActivityTrigger] string input)
        {
            await Task.Yield();
            Assert.NotNull(input);
        }
    }

    internal static class StaticShapes
    {
        [Function(nameof(OfStatic))]
        public static Task<string> OfStatic([ActivityTrigger] string input) => Task.FromResult($"static {input}");

        [Function(nameof(Throws))]
        public static string Throws([ActivityTrigger] string input) => throw new TimeZoneNotFoundException(input);

        [Function(nameof(ThrowsLater))]
        public static async Task<string> ThrowsLater([ActivityTrigger] string input)
        {
            await Task.Yield();
            throw new TimeZoneNotFoundException(input);
        }

        [Function(nameof(Everything))]
        public static (CancellationToken Token, string Input, SomeClient Client, string Name) Everything(
            [DurableClient] SomeClient client, FunctionContext context, [ActivityTrigger] string input, CancellationToken ct) =>
            (ct, input, client, context.FunctionDefinition.Name);

        [Function(nameof(Numbers))]
        public static (int Plain, int? Nullable) Numbers([ActivityTrigger] int input, int? other) => (input, other);

        [Function(nameof(Waits))]
        public static Task<string> Waits([ActivityTrigger] Func<Task<string>> input) => input();
    }
}
