using Dxtra.Klaviyo.Benchmarks.CommandLine;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
