<?php
// Runs the plugin for Open Journal Systems on an article page: php ojs.php PLUGIN_FOLDER WORK_FOLDER
// Smarty is the one that OJS has; of OJS itself only what the plugin and its template use is here, by the sources of OJS 3.4.

namespace PKP\plugins {
	class Hook
	{
		public static array $callbacks = [];

		public static function add(string $name, callable $callback): void
		{
			self::$callbacks[$name][] = $callback;
		}
	}

	class GenericPlugin
	{
		public function register($category, $path, $mainContextId = null)
		{
			return true;
		}

		public function getEnabled($contextId = null)
		{
			return true;
		}

		public function getPluginPath()
		{
			return 'plugins/generic/pithVerifier';
		}

		public function getTemplateResource($template = null)
		{
			return 'file:' . $GLOBALS['argv'][1] . '/templates/' . $template;
		}
	}
}

namespace APP\core {
	class Application
	{
		public static function get()
		{
			return new self();
		}

		public function getRequest()
		{
			return $this;
		}

		public function getBaseUrl()
		{
			return '';
		}
	}
}

namespace {
	error_reporting(E_ALL & ~E_DEPRECATED);
	set_error_handler(function ($level, $message, $file, $line) {
		if (error_reporting() & $level) {
			throw new ErrorException($message, 0, $level, $file, $line);
		}
	});
	require '/usr/share/php/smarty4/Smarty.class.php';
	require $argv[1] . '/PithVerifierPlugin.php';

	class Galley
	{
		public function __construct(private string $label, private string $id)
		{
		}

		public function getLabel()
		{
			return $this->label;
		}

		public function getBestGalleyId()
		{
			return $this->id;
		}
	}

	class Article
	{
		public function getBestId()
		{
			return '17';
		}
	}

	$smarty = new Smarty();
	$smarty->setCompileDir($argv[2] . '/compiled');
	$smarty->registerPlugin('modifier', 'to_array', fn (...$values) => $values);
	$smarty->registerPlugin('function', 'url', fn ($given) => "/{$given['page']}/{$given['op']}/" . implode('/', $given['path']));
	$smarty->registerPlugin('function', 'call_hook', function ($given, $template) {
		$output = '';
		foreach (PKP\plugins\Hook::$callbacks[$given['name']] ?? [] as $callback) {
			$callback($given['name'], [$given, $template->smarty, &$output]);
		}
		return $output;
	});
	(new APP\plugins\generic\pithVerifier\PithVerifierPlugin())->register('generic', 'plugins/generic/pithVerifier');
	$smarty->assign('article', new Article());
	foreach (['with' => [new Galley('Data', '4'), new Galley('Pith', '5')], 'without' => []] as $name => $galleys) {
		$smarty->assign('supplementaryGalleys', $galleys);
		$page = '<!doctype html><meta charset="utf-8"><title>Article</title><meta name="citation_arxiv_id" content="1212.1787">'
			. '<main>{call_hook name="Templates::Article::Main"}</main>';
		file_put_contents("$argv[2]/$name.html", $smarty->fetch("string:$page"));
	}
}
