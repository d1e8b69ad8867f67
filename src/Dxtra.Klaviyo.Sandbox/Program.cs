using Dxtra.Klaviyo.Sandbox.CommandLine;

return await SandboxCommand.Create().Parse(args).InvokeAsync();
