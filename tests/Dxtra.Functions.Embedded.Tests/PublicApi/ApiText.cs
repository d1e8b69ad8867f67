using System.Globalization;
using System.Reflection;

namespace Dxtra.Functions.Embedded.Tests.PublicApi;

/// <summary>Writes the exported types of an assembly in the form of functions-api.txt.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>What the compiler writes for records and value equality, which every such type has.</summary>
    private static readonly string[] Generated =
        ["<Clone>$", "Deconstruct", "EqualityContract", "Equals", "GetHashCode", "PrintMembers", "ToString", "op_Equality", "op_Inequality"];

    public static string Header(Type type)
    {
        var header = $"{Kind(type)} {TypeText.Of(type)}";
        return type.IsClass && !IsDelegate(type) && type.BaseType is { } parent && parent != typeof(object) ? $"{header} : {TypeText.Of(parent)}" : header;
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return ["values: " + string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={Convert.ToInt32(Enum.Parse(type, name), CultureInfo.InvariantCulture)}"))];
        if (type.GetMethod("Invoke") is { } invoke && IsDelegate(type))
            return [$"{TypeText.Of(invoke.ReturnType)} ({Parameters(invoke)})"];
        return type.GetConstructors(Declared).Where(constructor => IsOffered(constructor) && !IsCopy(constructor)).Select(Constructor)
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsNew)).Select(Property))
            .Concat(type.GetMethods(Declared).Where(method => IsNew(method) && (!method.IsSpecialName || IsConversion(method))).Select(Method))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Field))
            .Concat(type.GetEvents(Declared).Select(raised => $"event {raised.Name}"));
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when IsDelegate(type) => "delegate",
        _ when type.GetMethod("<Clone>$") is not null => "record",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Constructor(ConstructorInfo constructor) =>
        $"ctor({Parameters(constructor)}){(constructor.IsPublic ? "" : " protected")}";

    private static string Property(PropertyInfo property)
    {
        var accessors = new[] { (Accessor: property.GetMethod, Word: "get"), (Accessor: property.SetMethod, Word: SetWord(property)) }
            .Where(pair => pair.Accessor is not null && IsOffered(pair.Accessor)).ToList();
        return $"{Modifiers(accessors[0].Accessor!)}{TypeText.Of(property.PropertyType)} {property.Name} {{ {string.Join(" ", accessors.Select(pair => $"{pair.Word};"))} }}";
    }

    private static string SetWord(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init" : "set";

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {TypeText.Of(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}"
        : $"field {TypeText.Of(field.FieldType)} {field.Name}";

    private static string Method(MethodInfo method)
    {
        if (IsConversion(method))
            return $"{method.Name}: {TypeText.Of(method.GetParameters()[0].ParameterType)} → {TypeText.Of(method.ReturnType)}";
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        var self = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute)) ? "this " : "";
        return $"{Modifiers(method)}{TypeText.Of(method.ReturnType)} {method.Name}{generic}({self}{Parameters(method)}){(method.IsPublic ? "" : " protected")}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{TypeText.Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static bool IsNew(MethodInfo method) =>
        IsOffered(method) && method.GetBaseDefinition().DeclaringType == method.DeclaringType
        && !Generated.Contains(method.Name) && !Generated.Contains(method.Name.Replace("get_", "", StringComparison.Ordinal));

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ ParameterType: var only }] && only == constructor.DeclaringType;

    private static bool IsConversion(MethodInfo method) => method.Name == "op_Implicit";

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));
}
